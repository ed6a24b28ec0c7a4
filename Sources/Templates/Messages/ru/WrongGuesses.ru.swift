extension BuiltInTemplates.Russian {
    static let wrongGuesses = MessageSource(
        mail: """
            Subject: Неверные коды для аккаунта {{brand}}

            Для вашего аккаунта {{brand}} несколько раз ввели неверный код.

            Никто не вошёл. Если это вы ошиблись, ничего делать не нужно.{{#longer_codes}}
            Для надёжности следующие коды будут длиннее.{{/longer_codes}}

            Последняя попытка:

            {{> details}}

            Это были не вы? Пока вы никому не говорите код, аккаунт закрыт для других.
            Что произошло: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Неверные коды</h1>
            <p style="margin:0 0 16px">Для вашего аккаунта {{brand}} несколько раз ввели неверный код. Никто
              не вошёл. Если это вы ошиблись, ничего делать не нужно.</p>
            {{#longer_codes}}
            <p style="margin:0 0 16px">Для надёжности следующие коды будут длиннее.</p>
            {{/longer_codes}}
            <p style="margin:0 0 4px">Последняя попытка:</p>
            {{> details}}
            <p style="margin:0 0 16px">Это были не вы? Пока вы никому не говорите код, аккаунт закрыт для
              других. Можно посмотреть, что произошло:</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Открыть аккаунт</a>
            </p>
            """,
        sms: """
            {{#full}}
            Несколько неверных кодов. Никто не вошёл.
            {{account_page}}
            {{/full}}
            {{#brief}}
            Неверные коды.
            {{account_page}}
            {{/brief}}
            {{#latin}}
            Neskolko nevernyh kodov dlya vashego akkaunta.
            {{account_page}}
            {{/latin}}

            """)
}
