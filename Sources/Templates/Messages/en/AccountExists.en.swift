extension BuiltInTemplates.English {
    static let accountExists = MessageSource(
        mail: """
            Subject: You already have a {{brand}} account

            {{code}} is your code to sign in: you already have a {{brand}} account.

            This address was entered to register, but it has an account already. So the
            code signs you in to that one.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">You already have an
              account</h1>
            <p style="margin:0 0 16px">This address was entered to register with {{brand}}. It has an account
              already, so this code signs you in to it:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} is your code to sign in: you already have a {{brand}} account. Tell nobody.
            {{/full}}
            {{^full}}
            {{code}}: sign-in code. Tell nobody.
            {{/full}}
            @{{host}} #{{code}}
            """)
}
