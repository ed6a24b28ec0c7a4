extension BuiltInTemplates.English {
    static let confirmationCode = MessageSource(
        mail: """
            Subject: Your {{brand}} confirmation code

            {{code}} is your code to confirm to {{brand}} that it is you.

            A device that is signed in to your account is about to do something that
            matters. Type the code there only if that is you.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Confirm that it is
              you</h1>
            <p style="margin:0 0 16px">A device that is signed in to your account is about to do something
              that matters. If that is you, type this code there:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} is your code to confirm to {{brand}} that it is you. Tell nobody.
            {{/full}}
            {{^full}}
            {{code}}: confirmation code. Tell nobody.
            {{/full}}
            @{{host}} #{{code}}
            """)
}
