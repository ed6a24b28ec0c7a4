extension BuiltInTemplates.English {
    static let signInCode = MessageSource(
        mail: """
            Subject: Your {{brand}} sign-in code

            {{code}} is your code to sign in to {{brand}}.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Sign in to
              {{brand}}</h1>
            <p style="margin:0 0 16px">Type this code where you asked for it:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} is your code to sign in to {{brand}}. Tell nobody.
            {{/full}}
            {{^full}}
            {{code}}: sign-in code. Tell nobody.
            {{/full}}
            @{{host}} #{{code}}
            """)
}
