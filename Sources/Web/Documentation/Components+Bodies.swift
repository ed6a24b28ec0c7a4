extension OpenAPIDocument {
    /// What operations take.
    static let bodySchemas = #"""
        {
          "RegisterBody": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "email": {"type": "string", "format": "email"},
              "phone": {"type": "string", "description": "With its country code."},
              "locale": {"type": "string", "description": "The language of messages (BCP 47)."},
              "device_token": {"type": "string", "description": "From an earlier sign-in on this device."},
              "profile": {"$ref": "#/components/schemas/Profile"}
            },
            "oneOf": [{"required": ["email"]}, {"required": ["phone"]}]
          },
          "StartBody": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "email": {"type": "string", "format": "email"},
              "phone": {"type": "string", "description": "With its country code."},
              "locale": {"type": "string", "description": "The language of messages (BCP 47)."},
              "device_token": {"type": "string", "description": "From an earlier sign-in on this device."}
            },
            "oneOf": [{"required": ["email"]}, {"required": ["phone"]}]
          },
          "CodeBody": {
            "type": "object",
            "additionalProperties": false,
            "required": ["flow_key", "code"],
            "properties": {
              "flow_key": {"type": "string", "description": "The key of the flow, from the newest step."},
              "code": {"type": "string"}
            }
          },
          "PasswordBody": {
            "type": "object",
            "additionalProperties": false,
            "required": ["flow_key", "password"],
            "properties": {
              "flow_key": {"type": "string", "description": "The key of the flow, from the newest step."},
              "password": {"type": "string", "format": "password"}
            }
          },
          "ResendBody": {
            "type": "object",
            "additionalProperties": false,
            "required": ["flow_key"],
            "properties": {
              "flow_key": {"type": "string", "description": "The key of the flow, from the newest step."},
              "channel": {"enum": ["email", "phone"]}
            }
          },
          "FlowKeyBody": {
            "type": "object",
            "additionalProperties": false,
            "required": ["flow_key"],
            "properties": {
              "flow_key": {"type": "string", "description": "The key of the flow, from the newest step."}
            }
          },
          "RefreshBody": {
            "type": "object",
            "additionalProperties": false,
            "required": ["refresh_token"],
            "properties": {"refresh_token": {"type": "string"}}
          },
          "ConfirmBody": {
            "type": "object",
            "additionalProperties": false,
            "properties": {"channel": {"enum": ["email", "phone"]}}
          },
          "NewPasswordBody": {
            "type": "object",
            "additionalProperties": false,
            "required": ["password"],
            "properties": {"password": {"type": "string", "format": "password"}}
          }
        }
        """#
}
