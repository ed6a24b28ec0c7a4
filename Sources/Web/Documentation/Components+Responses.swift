extension OpenAPIDocument {
    /// What several operations answer when all goes well.
    static let answers = #"""
        {
          "Step": {
            "description": "The step that comes next.",
            "content": {
              "application/json": {
                "schema": {"$ref": "#/components/schemas/Step"},
                "example": {
                  "flow_id": "01939d5c-8a00-7d3a-9e5f-4b6c8d0e2f3a",
                  "flow_key": "lkfk_AbCdEf…",
                  "purpose": "login",
                  "next": "code",
                  "channel": "email",
                  "sent_to": "y•••@e•••.com",
                  "delivery": "queued",
                  "code": {"length": 4, "alphabet": "digits", "tries_left": 3},
                  "expires_in": 300,
                  "resend_in": 30
                }
              }
            }
          },
          "StepAccepted": {
            "description": "The flow goes on; a code may be on its way.",
            "content": {
              "application/json": {
                "schema": {"$ref": "#/components/schemas/Step"},
                "example": {
                  "flow_id": "01939d5c-8a00-7d3a-9e5f-4b6c8d0e2f3a",
                  "flow_key": "lkfk_AbCdEf…",
                  "purpose": "login",
                  "next": "code",
                  "channel": "email",
                  "sent_to": "y•••@e•••.com",
                  "delivery": "queued",
                  "code": {"length": 4, "alphabet": "digits", "tries_left": 3},
                  "expires_in": 300,
                  "resend_in": 30
                }
              }
            }
          },
          "StepOrSignedIn": {
            "description": "Signed in, or the step that comes next.",
            "content": {
              "application/json": {
                "schema": {
                  "oneOf": [
                    {"$ref": "#/components/schemas/SignedIn"},
                    {"$ref": "#/components/schemas/Step"}
                  ]
                },
                "example": {
                  "next": "done",
                  "purpose": "login",
                  "account_created": false,
                  "access_token": "eyJhbGciOiJFUzI1NiJ9…",
                  "token_type": "Bearer",
                  "expires_in": 900,
                  "refresh_token": "lkrt_AbCdEf…",
                  "refresh_expires_in": 604800,
                  "device_token": "lkdt_AbCdEf…",
                  "session_id": "01939d5c-8a00-7c2f-8d4e-3a5b7c9d1e2f",
                  "user": {
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
            }
          },
          "Refreshed": {
            "description": "New tokens of the same session.",
            "content": {
              "application/json": {
                "schema": {"$ref": "#/components/schemas/SignedIn"},
                "example": {
                  "next": "done",
                  "access_token": "eyJhbGciOiJFUzI1NiJ9…",
                  "token_type": "Bearer",
                  "expires_in": 900,
                  "refresh_token": "lkrt_AbCdEf…",
                  "refresh_expires_in": 604800,
                  "session_id": "01939d5c-8a00-7c2f-8d4e-3a5b7c9d1e2f",
                  "user": {
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
            }
          },
          "NoContent": {"description": "Done; there is nothing to say."},
          "NotModified": {"description": "What If-None-Match named still holds."}
        }
        """#
}
