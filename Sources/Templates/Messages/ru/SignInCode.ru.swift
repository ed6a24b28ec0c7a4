extension BuiltInTemplates.Russian {
    static let signInCode = MessageSource(
        mail: """
            Subject: Код для входа в {{brand}}

            {{code}} — ваш код для входа в {{brand}}.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Вход в {{brand}}</h1>
            <p style="margin:0 0 16px">Введите этот код там, где вы его запросили:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} — код входа. Никому не говорите.
            {{/full}}
            {{#brief}}
            Вход: {{code}}. Никому!
            {{/brief}}
            {{#latin}}
            {{code}}: kod vhoda. Nikomu ne govorite.
            {{/latin}}
            @{{host}} #{{code}}
            """)
}
