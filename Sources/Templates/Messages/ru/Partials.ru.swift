extension BuiltInTemplates.Russian {
    /// What several messages share, by the name of its file behind the `_`.
    static let partials = [
        "code.txt": """
        Код действует {{minutes}} мин.
        Никому его не говорите: сотрудники {{brand}} никогда его не спросят.
        """,
        "code.html": """
        <p class="panel{{#long_code}} long{{/long_code}}"
          style="margin:20px 0 12px;padding:18px 8px 18px 14px;border-radius:10px;
            background-color:#f1f4f8;
            font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;
            font-size:34px;line-height:42px;font-weight:700;letter-spacing:6px;
            text-align:center">{{code}}</p>
        <p class="quiet" style="margin:0 0 20px;color:#5c6670;font-size:14px;line-height:21px">Код
          действует {{minutes}} мин.<br>
          <strong class="ink" style="color:#171c22">Никому его не говорите:</strong> сотрудники {{brand}}
            никогда его не спросят.</p>
        """,
        "details.txt": """
        Когда:      {{> time}}
        Устройство: {{> device}}
        {{#place}}
        Место:      {{place}}
        {{/place}}
        """,
        "details.html": """
        <table cellspacing="0" style="margin:0 0 16px;border-collapse:collapse;font-size:14px;
          line-height:21px">
          <tr>
            <th class="quiet" scope="row" style="padding:4px 16px 4px 0;color:#5c6670;font-weight:400;
              text-align:left;vertical-align:top">Когда</th>
            <td style="padding:4px 0;text-align:left">{{> time}}</td>
          </tr>
          <tr>
            <th class="quiet" scope="row" style="padding:4px 16px 4px 0;color:#5c6670;font-weight:400;
              text-align:left;vertical-align:top">Устройство</th>
            <td style="padding:4px 0;text-align:left">{{> device}}</td>
          </tr>
          {{#place}}
          <tr>
            <th class="quiet" scope="row" style="padding:4px 16px 4px 0;color:#5c6670;font-weight:400;
              text-align:left;vertical-align:top">Место</th>
            <td style="padding:4px 0;text-align:left">{{place}}</td>
          </tr>
          {{/place}}
        </table>
        """,
        "stop.txt": """
        Это были не вы? Ничего делать не нужно.
        Больше не присылать коды: {{stop_url}}
        """,
        "stop.html": """
        <p class="rule quiet"
          style="margin:20px 0 0;padding:16px 0 0;border-top:1px solid #e1e6ec;color:#5c6670;
            font-size:14px;line-height:21px">Это были не вы? Ничего делать не нужно.<br>
          <a class="link" href="{{stop_url}}" style="color:#1f5fd6">Больше не присылать коды</a></p>
        """,
        "device.txt": """
        {{#browser}}{{browser}}{{/browser}}{{#application}}приложение{{/application}}\
        {{#program}}программа{{/program}}{{#unknown_browser}}неизвестный браузер{{/unknown_browser}}\
        {{#system}}, {{system}}{{/system}}
        """,
        "time.txt": """
        {{day}} {{#january}}января{{/january}}{{#february}}февраля{{/february}}\
        {{#march}}марта{{/march}}{{#april}}апреля{{/april}}\
        {{#may}}мая{{/may}}{{#june}}июня{{/june}}\
        {{#july}}июля{{/july}}{{#august}}августа{{/august}}\
        {{#september}}сентября{{/september}}{{#october}}октября{{/october}}\
        {{#november}}ноября{{/november}}{{#december}}декабря{{/december}} {{year}}, {{clock}} UTC
        """,
    ]
}
