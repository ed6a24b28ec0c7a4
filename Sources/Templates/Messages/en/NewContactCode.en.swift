extension BuiltInTemplates.English {
    static let newContactCode = MessageSource(
        mail: """
            Subject: Add this address to your {{brand}} account

            {{code}} is your code to add this address to your {{brand}} account.

            From then on this address opens your account.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Add this address</h1>
            <p style="margin:0 0 16px">Type this code where you asked for it. From then on this address opens
              your {{brand}} account:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} is your code to add this number to your {{brand}} account. Tell nobody.
            {{/full}}
            {{^full}}
            {{code}}: code to add this number. Tell nobody.
            {{/full}}
            @{{host}} #{{code}}
            """)
}
