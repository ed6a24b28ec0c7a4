extension OpenAPIDocument {
    /// Registering, signing in and resetting, as `FlowRoutes` serves them.
    static let flowPaths = #"""
        {
          "/v1/register": {
            "post": {
              "operationId": "register",
              "summary": "Create an account",
              "description": "Sends a code to the contact. The answer is alike if the contact has an account; the code then signs in.",
              "tags": ["Flows"],
              "x-access": "open",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/RegisterBody"},
                    "example": {"email": "you@example.com", "profile": {"name": "Your Name"}, "locale": "en"}
                  }
                }
              },
              "responses": {
                "202": {"$ref": "#/components/responses/StepAccepted"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "422": {"$ref": "#/components/responses/ContactRefused"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/login": {
            "post": {
              "operationId": "login",
              "summary": "Begin to sign in",
              "description": "Sends a code to the contact. The answer is alike for every contact.",
              "tags": ["Flows"],
              "x-access": "open",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/StartBody"},
                    "example": {"email": "you@example.com"}
                  }
                }
              },
              "responses": {
                "202": {"$ref": "#/components/responses/StepAccepted"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "422": {"$ref": "#/components/responses/ContactRefused"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/reset": {
            "post": {
              "operationId": "reset",
              "summary": "Begin to replace a forgotten password",
              "description": "Sends a code to the contact; the new password follows the code.",
              "tags": ["Flows"],
              "x-access": "open",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/StartBody"},
                    "example": {"phone": "+12025550123"}
                  }
                }
              },
              "responses": {
                "202": {"$ref": "#/components/responses/StepAccepted"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "422": {"$ref": "#/components/responses/ContactRefused"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/flows/code": {
            "post": {
              "operationId": "submitCode",
              "summary": "Hand in the code",
              "description": "Spaces and dashes are ignored. A code of another length or alphabet spends no try.",
              "tags": ["Flows"],
              "x-access": "flow",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/CodeBody"},
                    "example": {"flow_key": "lkfk_AbCdEf…", "code": "4071"}
                  }
                }
              },
              "responses": {
                "200": {"$ref": "#/components/responses/StepOrSignedIn"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/WrongCode"},
                "403": {"$ref": "#/components/responses/AccountDisabled"},
                "404": {"$ref": "#/components/responses/FlowNotFound"},
                "409": {"$ref": "#/components/responses/CodeConflict"},
                "410": {"$ref": "#/components/responses/CodeEnded"},
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
          "/v1/flows/password": {
            "post": {
              "operationId": "submitPassword",
              "summary": "Hand in the password, or choose a new one",
              "description": "The account's at login, else a new one. After a reset the answer is a step `done`.",
              "tags": ["Flows"],
              "x-access": "flow",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/PasswordBody"},
                    "example": {"flow_key": "lkfk_AbCdEf…", "password": "correct horse battery staple"}
                  }
                }
              },
              "responses": {
                "200": {"$ref": "#/components/responses/StepOrSignedIn"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "401": {"$ref": "#/components/responses/WrongPassword"},
                "403": {"$ref": "#/components/responses/AccountDisabled"},
                "404": {"$ref": "#/components/responses/FlowNotFound"},
                "409": {"$ref": "#/components/responses/WrongStep"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "422": {"$ref": "#/components/responses/WeakPassword"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/flows/resend": {
            "post": {
              "operationId": "resendCode",
              "summary": "Ask for another code",
              "description": "`channel` picks the account's other contact; without one the answer is alike.",
              "tags": ["Flows"],
              "x-access": "flow",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/ResendBody"},
                    "example": {"flow_key": "lkfk_AbCdEf…", "channel": "phone"}
                  }
                }
              },
              "responses": {
                "202": {"$ref": "#/components/responses/StepAccepted"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "404": {"$ref": "#/components/responses/FlowNotFound"},
                "409": {"$ref": "#/components/responses/WrongStep"},
                "410": {"$ref": "#/components/responses/CodeEnded"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "422": {"$ref": "#/components/responses/FieldRefused"},
                "429": {"$ref": "#/components/responses/ResendRefused"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/flows/status": {
            "post": {
              "operationId": "showFlow",
              "summary": "Look at a flow",
              "description": "Tells the step that comes next and how the delivery of the code goes.",
              "tags": ["Flows"],
              "x-access": "flow",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/FlowKeyBody"},
                    "example": {"flow_key": "lkfk_AbCdEf…"}
                  }
                }
              },
              "responses": {
                "200": {"$ref": "#/components/responses/Step"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "404": {"$ref": "#/components/responses/FlowNotFound"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
                "415": {"$ref": "#/components/responses/UnsupportedMediaType"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "500": {"$ref": "#/components/responses/InternalError"},
                "503": {"$ref": "#/components/responses/Unavailable"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/v1/flows/cancel": {
            "post": {
              "operationId": "cancelFlow",
              "summary": "Give a flow up",
              "tags": ["Flows"],
              "x-access": "flow",
              "security": [],
              "requestBody": {
                "required": true,
                "content": {
                  "application/json": {
                    "schema": {"$ref": "#/components/schemas/FlowKeyBody"},
                    "example": {"flow_key": "lkfk_AbCdEf…"}
                  }
                }
              },
              "responses": {
                "204": {"$ref": "#/components/responses/NoContent"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "404": {"$ref": "#/components/responses/FlowNotFound"},
                "413": {"$ref": "#/components/responses/BodyTooLarge"},
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
