extension OpenAPIDocument {
    /// What operators and readers ask, as `OperationsRoutes` and `DocumentationRoutes` serve it.
    static let operationsPaths = #"""
        {
          "/livez": {
            "get": {
              "operationId": "isAlive",
              "summary": "Whether the process runs",
              "tags": ["Operations"],
              "x-access": "open",
              "security": [],
              "responses": {
                "200": {
                  "description": "It runs.",
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/Liveness"},
                      "example": {"status": "alive"}
                    }
                  }
                },
                "400": {"$ref": "#/components/responses/Malformed"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/readyz": {
            "get": {
              "operationId": "isReady",
              "summary": "Whether the server can do its work",
              "description": "Asked by load balancers before they send anybody.",
              "tags": ["Operations"],
              "x-access": "open",
              "security": [],
              "responses": {
                "200": {
                  "description": "It can.",
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/Readiness"},
                      "example": {"status": "ready", "checks": {"accepting": true, "store": true}}
                    }
                  }
                },
                "503": {
                  "description": "It cannot now.",
                  "content": {
                    "application/json": {
                      "schema": {"$ref": "#/components/schemas/Readiness"},
                      "example": {"status": "not ready", "checks": {"accepting": false, "store": true}}
                    }
                  }
                },
                "400": {"$ref": "#/components/responses/Malformed"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/openapi.json": {
            "get": {
              "operationId": "getDescription",
              "summary": "This description",
              "tags": ["Operations"],
              "x-access": "open",
              "security": [],
              "responses": {
                "200": {
                  "description": "An OpenAPI 3.1 document.",
                  "content": {
                    "application/json": {
                      "schema": {
                        "type": "object",
                        "required": ["openapi", "paths"],
                        "properties": {"openapi": {"const": "3.1.0"}, "paths": {"type": "object"}}
                      },
                      "example": {"openapi": "3.1.0", "paths": {}}
                    }
                  }
                },
                "304": {"$ref": "#/components/responses/NotModified"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          },
          "/docs": {
            "get": {
              "operationId": "readDocumentation",
              "summary": "This description as a page",
              "tags": ["Operations"],
              "x-access": "open",
              "security": [],
              "responses": {
                "200": {
                  "description": "A page that needs nothing from elsewhere.",
                  "content": {"text/html": {"schema": {"type": "string"}, "example": "<!DOCTYPE html>"}}
                },
                "304": {"$ref": "#/components/responses/NotModified"},
                "400": {"$ref": "#/components/responses/Malformed"},
                "429": {"$ref": "#/components/responses/TooManyRequests"},
                "default": {"$ref": "#/components/responses/AnyProblem"}
              }
            }
          }
        }
        """#
}
