extension BuiltInTemplates.Russian {
    static let accountExists = MessageSource(
        mail: """
            Subject: У вас уже есть аккаунт {{brand}}

            {{code}} — код для входа: у вас уже есть аккаунт {{brand}}.

            Этот адрес ввели, чтобы зарегистрироваться, но аккаунт с ним уже есть.
            Поэтому код откроет этот аккаунт.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">У вас уже есть
              аккаунт</h1>
            <p style="margin:0 0 16px">Этот адрес ввели, чтобы зарегистрироваться в {{brand}}. Аккаунт с ним
              уже есть, поэтому этот код откроет его:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            У вас есть аккаунт. Вход: {{code}}. Никому!
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
