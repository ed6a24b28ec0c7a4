extension BuiltInTemplates.Russian {
    static let passwordChanged = MessageSource(
        mail: """
            Subject: Пароль {{brand}} изменён

            Пароль вашего аккаунта {{brand}} изменён.

            На других устройствах придётся войти заново. Если это были вы, ничего делать
            не нужно.

            {{> details}}

            Это были не вы? Сейчас же задайте новый пароль, и все остальные потеряют доступ:
            {{reset_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Пароль изменён</h1>
            <p style="margin:0 0 16px">Пароль вашего аккаунта {{brand}} изменён, на других устройствах
              придётся войти заново. Если это были вы, ничего делать не нужно.</p>
            {{> details}}
            <p style="margin:0 0 16px">Это были не вы? Сейчас же задайте новый пароль: так все остальные
              потеряют доступ.</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{reset_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Задать новый пароль</a>
            </p>
            """,
        sms: """
            {{#full}}
            Пароль вашего аккаунта изменён.
            Не вы? {{account_page}}
            {{/full}}
            {{#brief}}
            Пароль изменён.
            Не вы? {{account_page}}
            {{/brief}}
            {{#latin}}
            Parol vashego akkaunta izmenen.
            Ne vy? {{account_page}}
            {{/latin}}

            """)
}
