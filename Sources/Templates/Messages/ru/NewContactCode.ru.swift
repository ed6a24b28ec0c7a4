extension BuiltInTemplates.Russian {
    static let newContactCode = MessageSource(
        mail: """
            Subject: Добавление адреса к аккаунту {{brand}}

            {{code}} — код, чтобы добавить этот адрес к вашему аккаунту {{brand}}.

            После этого с этим адресом можно будет войти в ваш аккаунт.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Добавление адреса</h1>
            <p style="margin:0 0 16px">Введите этот код там, где вы его запросили. После этого с этим адресом
              можно будет войти в ваш аккаунт {{brand}}:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} — код нового номера. Никому не говорите.
            {{/full}}
            {{#brief}}
            Новый номер: {{code}}. Никому!
            {{/brief}}
            {{#latin}}
            {{code}}: kod novogo nomera. Nikomu ne govorite.
            {{/latin}}
            @{{host}} #{{code}}
            """)
}
