extension BuiltInTemplates.English {
    static let welcome = MessageSource(
        mail: """
            Subject: Welcome to {{brand}}

            Your {{brand}} account is ready.

            To sign in you need no password: we send you a short code, or you scan a picture
            with a device that is already signed in.

            Add a second contact, so that you can get in if you lose this one.

            Your account: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Welcome to
              {{brand}}</h1>
            <p style="margin:0 0 16px">Your account is ready. To sign in you need no password: we send you a
              short code, or you scan a picture with a device that is already signed in.</p>
            <p style="margin:0 0 16px">Add a second contact, so that you can get in if you lose this one.</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Open my account</a>
            </p>
            """)
}
