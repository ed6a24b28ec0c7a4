extension BuiltInTemplates.Russian {
    static let resetCode = MessageSource(
        mail: """
            Subject: Код для смены пароля в {{brand}}

            {{code}} — ваш код для смены пароля в {{brand}}.

            После этого вы зададите новый пароль, и на всех устройствах придётся войти
            заново.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Новый пароль</h1>
            <p style="margin:0 0 16px">Введите этот код там, где вы его запросили, и задайте новый пароль. На
              всех устройствах придётся войти заново.</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} — код смены пароля. Никому не говорите.
            {{/full}}
            {{#brief}}
            Смена пароля: {{code}}. Никому!
            {{/brief}}
            {{#latin}}
            {{code}}: kod smeny parolya. Nikomu ne govorite.
            {{/latin}}
            @{{host}} #{{code}}
            """)
}
