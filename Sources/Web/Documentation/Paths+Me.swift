extension OpenAPIDocument {
    /// The holder's own account, as `MeRoutes` serves it.
    static let mePaths = #"""
        {
          "/v1/me": {
            "get": {
              "operationId": "showMe",
              "summary": "The account",
              "tags": ["Me"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
              "responses": {
                "200": {
                  "description": "The account.",
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/User"},
                      "example": {
                        "id": "01939d5c-8a00-7b1e-9c3d-2f4a6b8c0d1e",
                        "name": "Your Name",
                        "profile": {"name": "Your Name", "locale": "en"},
                        "contacts": [
                          {
                            "id": "01939d5c-8a00-7e4b-8f60-5c7d9e1f3a4b",
                            "kind": "email",
                            "value": "you@example.com",
                            "proved_at": "2026-03-01T12:00:00Z"
                          }
                        ],
                        "has_password": false,
                        "roles": [],
                        "disabled": false,
                        "created_at": "2026-03-01T12:00:00Z"
                      }
                    }
                  }
                },
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/me/confirm": {
            "post": {
              "operationId": "startConfirming",
              "summary": "Show again who you are",
              "description": "A code goes to a proven contact; its flow makes the session fresh for 10 minutes.",
              "tags": ["Me"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
              "requestBody": {
                "required": false,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/ConfirmBody"},
                    "example": {"channel": "email"}
                  }
                }
              },
              "responses": {
                "202": {"$ref": "#/components/responses/StepAccepted"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "422": {"$ref": "#/components/responses/FieldRefused"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/me/password": {
            "put": {
              "operationId": "setPassword",
              "summary": "Set a password",
              "description": "Every other session ends.",
              "tags": ["Me"],
              "x-access": "fresh",
              "security": [{"bearer": []}],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/NewPasswordBody"},
                    "example": {"password": "correct horse battery staple"}
                  }
                }
              },
              "responses": {
                "204": {"$ref": "#/components/responses/NoContent"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "403": {"$ref": "#/components/responses/ConfirmationRequired"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "422": {"$ref": "#/components/responses/WeakPassword"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            },
            "delete": {
              "operationId": "removePassword",
              "summary": "Remove the password",
              "description": "Every other session ends.",
              "tags": ["Me"],
              "x-access": "fresh",
              "security": [{"bearer": []}],
              "responses": {
                "204": {"$ref": "#/components/responses/NoContent"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "403": {"$ref": "#/components/responses/ConfirmationRequired"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/me/sessions": {
            "get": {
              "operationId": "listSessions",
              "summary": "The sessions of the account",
              "tags": ["Me"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
              "parameters": [
                {"$ref": "#/components/parameters/limit"},
                {"$ref": "#/components/parameters/after"}
              ],
              "responses": {
                "200": {
                  "description": "A page of sessions.",
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/SessionPage"},
                      "example": {
                        "items": [
                          {
                            "id": "01939d5c-8a00-7c2f-8d4e-3a5b7c9d1e2f",
                            "browser": "Firefox",
                            "system": "Linux",
                            "address": "192.0.2.7",
                            "created_at": "2026-03-01T12:00:00Z",
                            "seen_at": "2026-03-01T12:10:00Z",
                            "amr": ["email"],
                            "current": true
                          }
                        ],
                        "next": "01939d5c-8a00-7c2f-8d4e-3a5b7c9d1e2f"
                      }
                    }
                  }
                },
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            },
            "delete": {
              "operationId": "endSessions",
              "summary": "End all sessions",
              "tags": ["Me"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
              "parameters": [
                {
                  "name": "keep",
                  "in": "query",
                  "description": "`current` keeps the session that asks.",
                  "schema": {"enum": ["current"]},
                  "example": "current"
                }
              ],
              "responses": {
                "204": {"$ref": "#/components/responses/NoContent"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/me/sessions/{id}": {
            "delete": {
              "operationId": "endSession",
              "summary": "End a session",
              "tags": ["Me"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
              "parameters": [
                {
                  "name": "id",
                  "in": "path",
                  "required": true,
                  "description": "The session's identifier.",
                  "schema": {"type": "string", "format": "uuid"},
                  "example": "01939d5c-8a00-7c2f-8d4e-3a5b7c9d1e2f"
                }
              ],
              "responses": {
                "204": {"$ref": "#/components/responses/NoContent"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "404": {"$ref": "#/components/responses/NotFound"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/me/history": {
            "get": {
              "operationId": "showHistory",
              "summary": "What happened to the account, newest first",
              "tags": ["Me"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
              "parameters": [
                {"$ref": "#/components/parameters/limit"},
                {"$ref": "#/components/parameters/after"}
              ],
              "responses": {
                "200": {
                  "description": "A page of the history.",
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/HistoryPage"},
                      "example": {
                        "items": [
                          {
                            "id": "01939d5c-8a00-7f5c-9071-6d8e0f2a4b5c",
                            "time": "2026-03-01T12:00:00Z",
                            "kind": "signed_in",
                            "outcome": "success",
                            "address": "192.0.2.7",
                            "device": "Firefox, Linux"
                          }
                        ]
                      }
                    }
                  }
                },
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          }
        }
        """#
}
