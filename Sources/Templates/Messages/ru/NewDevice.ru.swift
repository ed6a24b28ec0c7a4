extension BuiltInTemplates.Russian {
    static let newDevice = MessageSource(
        mail: """
            Subject: Новый вход в аккаунт {{brand}}

            В ваш аккаунт {{brand}} вошли с нового устройства.

            Если это были вы, ничего делать не нужно.

            {{> details}}

            Это были не вы? Сейчас же завершите этот сеанс: {{end_url}}
            Все ваши устройства: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Новый вход</h1>
            <p style="margin:0 0 16px">В ваш аккаунт {{brand}} вошли с нового устройства. Если это были вы,
              ничего делать не нужно.</p>
            {{> details}}
            <p style="margin:0 0 16px">Это были не вы? Сейчас же завершите этот сеанс, затем проверьте
              остальные устройства.</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{end_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Завершить сеанс</a>
            </p>
            <p class="quiet" style="margin:16px 0 0;color:#5c6670;font-size:14px;line-height:21px">Все ваши
              устройства: <a class="link" href="{{account_url}}"
              style="color:#1f5fd6">{{account_page}}</a></p>
            """,
        sms: """
            {{#full}}
            Новый вход: {{> device}}.
            Не вы? {{account_page}}
            {{/full}}
            {{#brief}}
            Новый вход в аккаунт.
            Не вы? {{account_page}}
            {{/brief}}
            {{#latin}}
            Noviy vhod v vash akkaunt.
            Ne vy? {{account_page}}
            {{/latin}}

            """)
}
