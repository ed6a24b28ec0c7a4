extension BuiltInTemplates.English {
    static let passwordChanged = MessageSource(
        mail: """
            Subject: Your {{brand}} password was changed

            The password of your {{brand}} account was changed.

            Your other devices were signed out. If that was you, there is nothing to do.

            {{> details}}

            Was it not you? Set a new password now, which signs out everybody else:
            {{reset_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Password changed</h1>
            <p style="margin:0 0 16px">The password of your {{brand}} account was changed, and your other
              devices were signed out. If that was you, there is nothing to do.</p>
            {{> details}}
            <p style="margin:0 0 16px">Was it not you? Set a new password now. That signs out everybody
              else.</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{reset_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Set a new password</a>
            </p>
            """,
        sms: """
            {{#full}}
            {{brand}}: your password was changed.
            {{/full}}
            {{^full}}
            Your password was changed.
            {{/full}}
            Not you? {{account_page}}
            """)
}
