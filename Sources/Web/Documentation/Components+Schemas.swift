extension OpenAPIDocument {
    /// What operations answer with.
    static let schemas = #"""
        {
          "Step": {
            "type": "object",
            "additionalProperties": false,
            "required": ["flow_id", "purpose", "next", "channel", "sent_to", "expires_in"],
            "properties": {
              "flow_id": {"type": "string", "format": "uuid"},
              "flow_key": {
                "type": "string",
                "description": "Holds until the next step; absent at the end."
              },
              "purpose": {"$ref": "#/components/schemas/Purpose"},
              "next": {"enum": ["code", "password", "new_password", "done"]},
              "channel": {"enum": ["email", "phone"]},
              "sent_to": {
                "type": ["string", "null"],
                "description": "Made from what the caller typed, never from what is stored."
              },
              "delivery": {"enum": ["queued", "sent", "delivered", "failed"]},
              "code": {
                "type": "object",
                "additionalProperties": false,
                "required": ["length", "alphabet", "tries_left"],
                "properties": {
                  "length": {"type": "integer", "minimum": 0},
                  "alphabet": {"enum": ["digits", "base32"]},
                  "tries_left": {"type": "integer", "minimum": 0}
                }
              },
              "expires_in": {
                "type": "integer",
                "minimum": 0,
                "description": "Seconds: the code's while `next` is `code`, else the flow's."
              },
              "resend_in": {
                "type": "integer",
                "minimum": 0,
                "description": "Seconds until another code may be asked for."
              }
            }
          },
          "Purpose": {"enum": ["register", "login", "reset", "contact", "confirm"]},
          "SignedIn": {
            "type": "object",
            "additionalProperties": false,
            "required": ["next", "access_token", "token_type", "expires_in", "session_id", "user"],
            "properties": {
              "next": {"const": "done"},
              "purpose": {"$ref": "#/components/schemas/Purpose"},
              "account_created": {"type": "boolean"},
              "access_token": {"type": "string"},
              "token_type": {"const": "Bearer"},
              "expires_in": {"type": "integer", "minimum": 0},
              "refresh_token": {"type": "string"},
              "refresh_expires_in": {"type": "integer", "minimum": 0},
              "device_token": {"type": "string"},
              "session_id": {"type": "string", "format": "uuid"},
              "user": {"$ref": "#/components/schemas/User"}
            }
          },
          "User": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id", "name", "profile", "contacts", "has_password", "roles", "disabled", "created_at"
            ],
            "properties": {
              "id": {"type": "string", "format": "uuid"},
              "name": {"type": ["string", "null"], "description": "Repeats `profile.name`."},
              "profile": {"$ref": "#/components/schemas/Profile"},
              "contacts": {"type": "array", "items": {"$ref": "#/components/schemas/Contact"}},
              "has_password": {"type": "boolean"},
              "roles": {"type": "array", "items": {"type": "string"}},
              "disabled": {"type": "boolean"},
              "created_at": {"type": "string", "format": "date-time"}
            }
          },
          "Contact": {
            "type": "object",
            "additionalProperties": false,
            "required": ["id", "kind", "value", "proved_at"],
            "properties": {
              "id": {"type": "string", "format": "uuid"},
              "kind": {"enum": ["email", "phone"]},
              "value": {"type": "string"},
              "proved_at": {"type": "string", "format": "date-time"}
            }
          },
          "Profile": {
            "description": "Claims of OpenID Connect (Core 1.0, 5.1), 4 KiB in all.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "name": {"type": "string"},
              "given_name": {"type": "string"},
              "family_name": {"type": "string"},
              "middle_name": {"type": "string"},
              "nickname": {"type": "string"},
              "birthdate": {"type": "string"},
              "gender": {"type": "string"},
              "locale": {"type": "string"},
              "zoneinfo": {"type": "string"},
              "picture": {"type": "string"}
            }
          },
          "Check": {
            "type": "object",
            "additionalProperties": false,
            "required": ["active", "sub", "sid", "roles", "exp", "auth_time", "amr"],
            "properties": {
              "active": {"const": true},
              "sub": {"type": "string", "format": "uuid"},
              "sid": {"type": "string", "format": "uuid"},
              "roles": {"type": "array", "items": {"type": "string"}},
              "exp": {"type": "integer", "minimum": 0},
              "auth_time": {"type": "integer", "minimum": 0},
              "amr": {"type": "array", "items": {"enum": ["email", "phone", "qr", "pwd"]}}
            }
          },
          "KeySet": {
            "type": "object",
            "required": ["keys"],
            "properties": {
              "keys": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["kty", "kid"],
                  "properties": {
                    "kty": {"type": "string"},
                    "crv": {"type": "string"},
                    "use": {"type": "string"},
                    "alg": {"type": "string"},
                    "kid": {"type": "string"},
                    "x": {"type": "string"},
                    "y": {"type": "string"}
                  }
                }
              }
            }
          },
          "Session": {
            "type": "object",
            "additionalProperties": false,
            "required": ["id", "browser", "system", "address", "created_at", "seen_at", "amr", "current"],
            "properties": {
              "id": {"type": "string", "format": "uuid"},
              "device": {"type": "string", "description": "The name that the device gave itself."},
              "browser": {"type": "string"},
              "system": {"type": "string"},
              "address": {"type": "string"},
              "place": {"type": "string"},
              "created_at": {"type": "string", "format": "date-time"},
              "seen_at": {"type": "string", "format": "date-time"},
              "amr": {"type": "array", "items": {"enum": ["email", "phone", "qr", "pwd"]}},
              "current": {"type": "boolean"}
            }
          },
          "SessionPage": {
            "type": "object",
            "additionalProperties": false,
            "required": ["items"],
            "properties": {
              "items": {"type": "array", "items": {"$ref": "#/components/schemas/Session"}},
              "next": {"$ref": "#/components/schemas/Page/properties/next"}
            }
          },
          "HistoryEvent": {
            "type": "object",
            "additionalProperties": false,
            "required": ["id", "time", "kind", "outcome", "address", "device"],
            "properties": {
              "id": {"type": "string", "format": "uuid"},
              "time": {"type": "string", "format": "date-time"},
              "kind": {
                "enum": [
                  "registered", "signed_in", "signed_out", "confirmed", "session_ended", "refresh_repeated",
                  "refresh_reused", "password_set", "password_removed", "contact_added", "contact_removed"
                ]
              },
              "outcome": {"enum": ["success", "failure"]},
              "address": {"type": "string"},
              "place": {"type": "string"},
              "device": {"type": "string"}
            }
          },
          "HistoryPage": {
            "type": "object",
            "additionalProperties": false,
            "required": ["items"],
            "properties": {
              "items": {"type": "array", "items": {"$ref": "#/components/schemas/HistoryEvent"}},
              "next": {"$ref": "#/components/schemas/Page/properties/next"}
            }
          },
          "Page": {
            "description": "What every list has in common.",
            "type": "object",
            "required": ["items"],
            "properties": {
              "items": {"type": "array"},
              "next": {
                "type": "string",
                "description": "The cursor of the next page, for `after`; absent at the end."
              }
            }
          },
          "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "code", "detail"],
            "properties": {
              "type": {
                "type": "string",
                "format": "uri-reference",
                "description": "Where the code is explained."
              },
              "title": {"type": "string"},
              "status": {"type": "integer"},
              "code": {"$ref": "#/components/schemas/ProblemCode"},
              "detail": {"type": "string"},
              "tries_left": {"type": "integer", "minimum": 0},
              "retry_after": {
                "type": "integer",
                "minimum": 0,
                "description": "Seconds; in Retry-After too."
              },
              "rule": {"type": "string", "description": "The limit that was met."},
              "next": {"type": "string", "description": "The step that comes first."},
              "step": {"$ref": "#/components/schemas/Step"},
              "errors": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["field", "reason"],
                  "properties": {"field": {"type": "string"}, "reason": {"type": "string"}}
                }
              }
            }
          },
          "Liveness": {
            "type": "object",
            "additionalProperties": false,
            "required": ["status"],
            "properties": {"status": {"const": "alive"}}
          },
          "Readiness": {
            "type": "object",
            "additionalProperties": false,
            "required": ["status", "checks"],
            "properties": {
              "status": {"enum": ["ready", "not ready"]},
              "checks": {"type": "object", "additionalProperties": {"type": "boolean"}}
            }
          }
        }
        """#
}
