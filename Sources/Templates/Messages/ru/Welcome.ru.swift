extension BuiltInTemplates.Russian {
    static let welcome = MessageSource(
        mail: """
            Subject: Добро пожаловать в {{brand}}

            Ваш аккаунт {{brand}} готов.

            Чтобы войти, пароль не нужен: мы пришлём короткий код, или вы отсканируете
            картинку устройством, на котором уже вошли.

            Добавьте второй контакт, чтобы войти, если потеряете этот.

            Ваш аккаунт: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Добро пожаловать в
              {{brand}}</h1>
            <p style="margin:0 0 16px">Ваш аккаунт готов. Чтобы войти, пароль не нужен: мы пришлём короткий
              код, или вы отсканируете картинку устройством, на котором уже вошли.</p>
            <p style="margin:0 0 16px">Добавьте второй контакт, чтобы войти, если потеряете этот.</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Открыть аккаунт</a>
            </p>
            """)
}
