extension BuiltInTemplates.English {
    static let noAccount = MessageSource(
        mail: """
            Subject: No {{brand}} account with this address

            There is no {{brand}} account with this address.

            This address was entered to sign in, but no account belongs to it. Perhaps you
            registered with another address, or not yet.

            Register: {{register_url}}

            {{> details}}

            {{> stop}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">No account here</h1>
            <p style="margin:0 0 16px">This address was entered to sign in to {{brand}}, but no account
              belongs to it. Perhaps you registered with another address, or not yet.</p>
            {{> details}}
            <p style="margin:20px 0 0">
              <a class="button" href="{{register_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Register</a>
            </p>
            {{> stop}}
            """)
}
