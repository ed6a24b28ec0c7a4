extension BuiltInTemplates.English {
    static let sessionEnded = MessageSource(
        mail: """
            Subject: We ended a session of your {{brand}} account

            We ended a session of your {{brand}} account, as its key was used twice.

            Somebody may have copied it, or the device was restored from a backup. So we
            signed that device out; the others stay signed in.

            {{> details}}

            Sign in again on that device. If you find one that is not yours, end its
            session: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">We ended a
              session</h1>
            <p style="margin:0 0 16px">The key that keeps a device signed in to your {{brand}} account was
              used twice. Somebody may have copied it, or the device was restored from a backup. So we signed
              that device out; the others stay signed in.</p>
            {{> details}}
            <p style="margin:0 0 16px">Sign in again on that device. If you find one that is not yours, end
              its session:</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Look at my devices</a>
            </p>
            """,
        sms: """
            {{#full}}
            {{brand}}: we ended a session of your account, as its key was used twice.
            {{/full}}
            {{^full}}
            A session of your account was ended.
            {{/full}}
            Details: {{account_page}}
            """)
}
