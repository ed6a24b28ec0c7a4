extension OpenAPIDocument {
    /// Tokens and their keys, as `TokenRoutes` and `KeyRoutes` serve them.
    static let tokenPaths = #"""
        {
          "/v1/token/refresh": {
            "post": {
              "operationId": "refreshToken",
              "summary": "Trade a refresh token for new tokens",
              "description": "The old refresh token is spent. One that is used twice ends its session.",
              "tags": ["Tokens"],
              "x-access": "open",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/RefreshBody"},
                    "example": {"refresh_token": "lkrt_AbCdEf…"}
                  }
                }
              },
              "responses": {
                "200": {"$ref": "#/components/responses/Refreshed"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/RefreshRefused"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/token/revoke": {
            "post": {
              "operationId": "revokeToken",
              "summary": "End the session of a refresh token",
              "description": "The answer is the same whether the token is known or not.",
              "tags": ["Tokens"],
              "x-access": "open",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/RefreshBody"},
                    "example": {"refresh_token": "lkrt_AbCdEf…"}
                  }
                }
              },
              "responses": {
                "204": {"$ref": "#/components/responses/NoContent"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/check": {
            "get": {
              "operationId": "checkToken",
              "summary": "Check an access token",
              "description": "Made for nginx `auth_request`: who it is stands in the head too.",
              "tags": ["Tokens"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
              "parameters": [
                {
                  "name": "role",
                  "in": "query",
                  "description": "A role that the account must have.",
                  "schema": {"type": "string"},
                  "example": "editor"
                }
              ],
              "responses": {
                "200": {
                  "description": "The token is good.",
                  "headers": {
                    "X-Auth-User": {
                      "description": "The account's identifier.",
                      "schema": {"type": "string"}
                    },
                    "X-Auth-Session": {
                      "description": "The session's identifier.",
                      "schema": {"type": "string"}
                    },
                    "X-Auth-Roles": {
                      "description": "The roles, comma-separated.",
                      "schema": {"type": "string"}
                    }
                  },
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/Check"},
                      "example": {
                        "active": true,
                        "sub": "01939d5c-8a00-7b1e-9c3d-2f4a6b8c0d1e",
                        "sid": "01939d5c-8a00-7c2f-8d4e-3a5b7c9d1e2f",
                        "roles": ["editor"],
                        "exp": 1772367300,
                        "auth_time": 1772366400,
                        "amr": ["email"]
                      }
                    }
                  }
                },
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/TokenRefused"},
                "403": {"$ref": "#/components/responses/RoleMissing"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/.well-known/jwks.json": {
            "get": {
              "operationId": "getKeys",
              "summary": "The public keys that verify access tokens",
              "tags": ["Tokens"],
              "x-access": "open",
              "security": [],
              "responses": {
                "200": {
                  "description": "The key set (RFC 7517).",
                  "headers": {
                    "ETag": {
                      "description": "Names this content; send it in If-None-Match.",
                      "schema": {"type": "string"}
                    }
                  },
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/KeySet"},
                      "example": {
                        "keys": [
                          {
                            "kty": "EC",
                            "crv": "P-256",
                            "use": "sig",
                            "alg": "ES256",
                            "kid": "sQkCQ1Wm…",
                            "x": "f83OJ3D2…",
                            "y": "x_FEzRu9…"
                          }
                        ]
                      }
                    }
                  }
                },
                "304": {"$ref": "#/components/responses/NotModified"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/logout": {
            "post": {
              "operationId": "logOut",
              "summary": "End this session",
              "description": "Its access token ends with it.",
              "tags": ["Tokens"],
              "x-access": "bearer",
              "security": [{"bearer": []}],
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
          }
        }
        """#
}
