extension BuiltInTemplates.English {
    static let registrationCode = MessageSource(
        mail: """
            Subject: Your {{brand}} registration code

            {{code}} is your code to register with {{brand}}.

            Your account is made as soon as you type it where you asked for it.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Register with
              {{brand}}</h1>
            <p style="margin:0 0 16px">Your account is made as soon as you type this code where you asked for
              it:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} is your code to register with {{brand}}. Tell nobody.
            {{/full}}
            {{^full}}
            {{code}}: registration code. Tell nobody.
            {{/full}}
            @{{host}} #{{code}}
            """)
}
