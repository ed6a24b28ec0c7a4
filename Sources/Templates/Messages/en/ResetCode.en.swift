extension BuiltInTemplates.English {
    static let resetCode = MessageSource(
        mail: """
            Subject: Your {{brand}} password reset code

            {{code}} is your code to set a new {{brand}} password.

            After that you choose a new password, and all your devices are signed out.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Set a new
              password</h1>
            <p style="margin:0 0 16px">Type this code where you asked for it, then choose a new password. All
              your devices will be signed out.</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} is your code to set a new {{brand}} password. Tell nobody.
            {{/full}}
            {{^full}}
            {{code}}: password reset code. Tell nobody.
            {{/full}}
            @{{host}} #{{code}}
            """)
}
