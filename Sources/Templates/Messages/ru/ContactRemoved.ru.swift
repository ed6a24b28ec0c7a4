extension BuiltInTemplates.Russian {
    static let contactRemoved = MessageSource(
        mail: """
            Subject: Из аккаунта {{brand}} удалён контакт

            Из вашего аккаунта {{brand}} удалён контакт.

            С {{contact}} в него больше нельзя войти.

            {{> details}}

            Это не вы? Посмотрите на свои устройства и контакты
            и уберите то, что не ваше: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Контакт удалён</h1>
            <p style="margin:0 0 16px">С <strong>{{contact}}</strong> больше нельзя войти в ваш аккаунт
              {{brand}}.</p>
            {{> details}}
            <p style="margin:0 0 16px">Это не вы? Посмотрите на свои устройства и контакты и уберите то, что
              не ваше:</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Открыть аккаунт</a>
            </p>
            """,
        sms: """
            {{#full}}
            Из аккаунта удалён контакт.
            Не вы? {{account_page}}
            {{/full}}
            {{#brief}}
            Удалён контакт.
            Не вы? {{account_page}}
            {{/brief}}
            {{#latin}}
            Iz vashego akkaunta udalen kontakt.
            Ne vy? {{account_page}}
            {{/latin}}

            """)
}
