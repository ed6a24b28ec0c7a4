extension BuiltInTemplates.Russian {
    static let sessionEnded = MessageSource(
        mail: """
            Subject: Мы завершили сеанс аккаунта {{brand}}

            Мы завершили сеанс вашего аккаунта {{brand}}: его ключ применили дважды.

            Возможно, его скопировали, или устройство восстановили из резервной копии.
            Поэтому на этом устройстве придётся войти заново, на остальных нет.

            {{> details}}

            Войдите на этом устройстве заново. Если найдёте чужое устройство, завершите
            его сеанс: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Мы завершили
              сеанс</h1>
            <p style="margin:0 0 16px">Ключ, с которым устройство остаётся в вашем аккаунте {{brand}},
              применили дважды. Возможно, его скопировали, или устройство восстановили из резервной копии.
              Поэтому на этом устройстве придётся войти заново, на остальных нет.</p>
            {{> details}}
            <p style="margin:0 0 16px">Войдите на этом устройстве заново. Если найдёте чужое устройство,
              завершите его сеанс:</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Открыть устройства</a>
            </p>
            """,
        sms: """
            {{#full}}
            Мы завершили сеанс вашего аккаунта.
            {{account_page}}
            {{/full}}
            {{#brief}}
            Сеанс завершён.
            {{account_page}}
            {{/brief}}
            {{#latin}}
            My zavershili seans vashego akkaunta.
            {{account_page}}
            {{/latin}}

            """)
}
