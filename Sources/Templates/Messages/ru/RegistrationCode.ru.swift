extension BuiltInTemplates.Russian {
    static let registrationCode = MessageSource(
        mail: """
            Subject: Код для регистрации в {{brand}}

            {{code}} — ваш код для регистрации в {{brand}}.

            Аккаунт появится, как только вы введёте код там, где его запросили.

            {{> code}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Регистрация в
              {{brand}}</h1>
            <p style="margin:0 0 16px">Аккаунт появится, как только вы введёте этот код там, где его
              запросили:</p>
            {{> code}}
            {{> details}}
            {{> stop}}
            """,
        sms: """
            {{#full}}
            {{code}} — код регистрации. Никому не говорите.
            {{/full}}
            {{#brief}}
            Регистрация: {{code}}. Никому!
            {{/brief}}
            {{#latin}}
            {{code}}: kod registracii. Nikomu ne govorite.
            {{/latin}}
            @{{host}} #{{code}}
            """)
}
