extension BuiltInTemplates.English {
    /// What several messages share, by the name of its file behind the `_`.
    static let partials = [
        "code.txt": """
        It works for {{minutes}} minute{{^one_minute}}s{{/one_minute}}.
        Never tell it to anyone: nobody from {{brand}} will ever ask you for it.
        """,
        "code.html": """
        <p class="panel{{#long_code}} long{{/long_code}}"
          style="margin:20px 0 12px;padding:18px 8px 18px 14px;border-radius:10px;
            background-color:#f1f4f8;
            font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;
            font-size:34px;line-height:42px;font-weight:700;letter-spacing:6px;
            text-align:center">{{code}}</p>
        <p class="quiet" style="margin:0 0 20px;color:#5c6670;font-size:14px;line-height:21px">It works
          for {{minutes}} minute{{^one_minute}}s{{/one_minute}}.<br>
          <strong class="ink" style="color:#171c22">Never tell it to anyone:</strong> nobody from
            {{brand}} will ever ask you for it.</p>
        """,
        "details.txt": """
        When:   {{> time}}
        Device: {{> device}}
        {{#place}}
        Place:  {{place}}
        {{/place}}
        """,
        "details.html": """
        <table cellspacing="0" style="margin:0 0 16px;border-collapse:collapse;font-size:14px;
          line-height:21px">
          <tr>
            <th class="quiet" scope="row" style="padding:4px 16px 4px 0;color:#5c6670;font-weight:400;
              text-align:left;vertical-align:top">When</th>
            <td style="padding:4px 0;text-align:left">{{> time}}</td>
          </tr>
          <tr>
            <th class="quiet" scope="row" style="padding:4px 16px 4px 0;color:#5c6670;font-weight:400;
              text-align:left;vertical-align:top">Device</th>
            <td style="padding:4px 0;text-align:left">{{> device}}</td>
          </tr>
          {{#place}}
          <tr>
            <th class="quiet" scope="row" style="padding:4px 16px 4px 0;color:#5c6670;font-weight:400;
              text-align:left;vertical-align:top">Place</th>
            <td style="padding:4px 0;text-align:left">{{place}}</td>
          </tr>
          {{/place}}
        </table>
        """,
        "stop.txt": """
        Was it not you? There is nothing to do.
        Stop sending me codes: {{stop_url}}
        """,
        "stop.html": """
        <p class="rule quiet"
          style="margin:20px 0 0;padding:16px 0 0;border-top:1px solid #e1e6ec;color:#5c6670;
            font-size:14px;line-height:21px">Was it not you? There is nothing to do.<br>
          <a class="link" href="{{stop_url}}" style="color:#1f5fd6">Stop sending me codes</a></p>
        """,
        "device.txt": """
        {{#browser}}{{browser}}{{/browser}}{{#application}}an app{{/application}}\
        {{#program}}a program{{/program}}{{#unknown_browser}}an unknown browser{{/unknown_browser}}\
        {{#system}} on {{system}}{{/system}}
        """,
        "time.txt": """
        {{day}} {{#january}}January{{/january}}{{#february}}February{{/february}}\
        {{#march}}March{{/march}}{{#april}}April{{/april}}\
        {{#may}}May{{/may}}{{#june}}June{{/june}}\
        {{#july}}July{{/july}}{{#august}}August{{/august}}\
        {{#september}}September{{/september}}{{#october}}October{{/october}}\
        {{#november}}November{{/november}}{{#december}}December{{/december}} {{year}}, {{clock}} UTC
        """,
    ]
}
