extension BuiltInTemplates.Russian {
    static let confirmationCode = MessageSource(
        mail: """
            Subject: Код подтверждения {{brand}}

            {{code}} — код, чтобы подтвердить в {{brand}}, что это вы.

            На устройстве, где открыт ваш аккаунт, собираются сделать что-то важное.
            Введите код, только если это вы.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Подтвердите, что это
              вы</h1>
            <p style="margin:0 0 16px">На устройстве, где открыт ваш аккаунт, собираются сделать что-то
              важное. Если это вы, введите там этот код:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} — код подтверждения. Никому не говорите.
            {{/full}}
            {{#brief}}
            Подтверждение: {{code}}. Никому!
            {{/brief}}
            {{#latin}}
            {{code}}: kod proverki. Nikomu ne govorite.
            {{/latin}}
            @{{host}} #{{code}}
            """)
}
