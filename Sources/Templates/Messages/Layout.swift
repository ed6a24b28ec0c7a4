extension BuiltInTemplates {
    /// The frame of every HTML mail. Colours stand inline for programs that know no style sheets; the sheet only
    /// adds the dark colours and the narrow screen. Nothing is loaded from outside.
    static let layout = """
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="x-apple-disable-message-reformatting">
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
        <title>{{subject}}</title>
        <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (max-width: 480px) {
          .frame { padding: 16px 12px !important; }
          .card { padding: 24px 20px !important; }
          .long { font-size: 22px !important; letter-spacing: 2px !important; }
        }
        @media (prefers-color-scheme: dark) {
          .page { background-color: #0f1216 !important; }
          .card { background-color: #191e24 !important; border-color: #2b323b !important; }
          .card, .brand, .panel, .ink { color: #e9edf2 !important; }
          .panel { background-color: #262d36 !important; }
          .rule { border-color: #2b323b !important; }
          .quiet { color: #a3adb8 !important; }
          .link { color: #86b2ff !important; }
          .button { background-color: #2f6fe8 !important; color: #ffffff !important; }
        }
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background-color:#f1f4f8">
        <div style="display:none;max-height:0;overflow:hidden">{{preheader}}</div>
        <table class="page" role="presentation" width="100%" cellspacing="0" cellpadding="0"
          style="background-color:#f1f4f8">
        <tr><td class="page frame" align="center" style="padding:32px 16px">
        <table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:480px">
        <tr><td class="brand" style="padding:0 4px 16px;color:#171c22;\
        font:600 17px/24px -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">{{brand}}</td></tr>
        <tr><td class="card" style="padding:32px;border:1px solid #e1e6ec;border-radius:14px;background-color:#ffffff;\
        color:#171c22;font:400 16px/24px -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
        {{> content}}
        </td></tr>
        <tr><td class="quiet" style="padding:16px 4px 0;color:#5c6670;\
        font:400 13px/20px -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">{{brand}} ·
          <a class="link" href="{{site}}" style="color:#1f5fd6">{{host}}</a></td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>
        """
}
