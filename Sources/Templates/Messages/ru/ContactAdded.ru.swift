extension BuiltInTemplates.Russian {
    static let contactAdded = MessageSource(
        mail: """
            Subject: К аккаунту {{brand}} добавлен контакт

            К вашему аккаунту {{brand}} добавлен контакт.

            Теперь в него можно войти с {{contact}}.
            Первые 24 часа с ним нельзя ни сменить пароль, ни подтвердить, что это вы.

            {{> details}}

            Это не вы? Посмотрите на свои устройства и контакты
            и уберите то, что не ваше: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Контакт добавлен</h1>
            <p style="margin:0 0 16px">Теперь в ваш аккаунт {{brand}} можно войти с
              <strong>{{contact}}</strong>. Первые 24 часа с ним нельзя ни сменить пароль, ни подтвердить,
              что это вы.</p>
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
            К аккаунту добавлен контакт.
            Не вы? {{account_page}}
            {{/full}}
            {{#brief}}
            Добавлен контакт.
            Не вы? {{account_page}}
            {{/brief}}
            {{#latin}}
            K vashemu akkauntu dobavlen kontakt.
            Ne vy? {{account_page}}
            {{/latin}}

            """)
}
