extension BuiltInTemplates.English {
    static let newDevice = MessageSource(
        mail: """
            Subject: New sign-in to your {{brand}} account

            A new device has signed in to your {{brand}} account.

            If that was you, there is nothing to do.

            {{> details}}

            Was it not you? End that session now: {{end_url}}
            All your devices: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">New sign-in</h1>
            <p style="margin:0 0 16px">A new device has signed in to your {{brand}} account. If that was you,
              there is nothing to do.</p>
            {{> details}}
            <p style="margin:0 0 16px">Was it not you? End that session now, then look at your other
              devices.</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{end_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">End that session</a>
            </p>
            <p class="quiet" style="margin:16px 0 0;color:#5c6670;font-size:14px;line-height:21px">All your
              devices: <a class="link" href="{{account_url}}" style="color:#1f5fd6">{{account_page}}</a></p>
            """,
        sms: """
            {{#full}}
            {{brand}}: new sign-in with {{> device}}.
            {{/full}}
            {{^full}}
            New sign-in to your account.
            {{/full}}
            Not you? {{account_page}}
            """)
}
