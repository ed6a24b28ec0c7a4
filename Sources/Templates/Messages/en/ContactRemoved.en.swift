extension BuiltInTemplates.English {
    static let contactRemoved = MessageSource(
        mail: """
            Subject: A contact was removed from your {{brand}} account

            A contact was removed from your {{brand}} account.

            {{contact}} no longer opens it.

            {{> details}}

            Was it not you? Look at your devices and contacts,
            and end or remove what is not yours:
            {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Contact removed</h1>
            <p style="margin:0 0 16px"><strong>{{contact}}</strong> no longer opens your {{brand}}
              account.</p>
            {{> details}}
            <p style="margin:0 0 16px">Was it not you? Look at your devices and contacts, and end or remove
              what is not yours:</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Look at my account</a>
            </p>
            """,
        sms: """
            {{#full}}
            {{brand}}: a contact was removed from your account.
            {{/full}}
            {{^full}}
            A contact was removed from your account.
            {{/full}}
            Not you? {{account_page}}
            """)
}
