extension BuiltInTemplates.Russian {
    static let noAccount = MessageSource(
        mail: """
            Subject: Нет аккаунта {{brand}} с этим адресом

            Аккаунта {{brand}} с этим адресом нет.

            Этот адрес ввели, чтобы войти, но аккаунта с ним нет. Возможно, вы
            регистрировались с другим адресом или ещё не регистрировались.

            Зарегистрироваться: {{register_url}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Такого аккаунта
              нет</h1>
            <p style="margin:0 0 16px">Этот адрес ввели, чтобы войти в {{brand}}, но аккаунта с ним нет.
              Возможно, вы регистрировались с другим адресом или ещё не регистрировались.</p>
            {{> details}}
            <p style="margin:20px 0 0">
              <a class="button" href="{{register_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Зарегистрироваться</a>
            </p>
            {{> stop}}
            """)
}
