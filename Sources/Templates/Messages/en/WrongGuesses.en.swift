extension BuiltInTemplates.English {
    static let wrongGuesses = MessageSource(
        mail: """
            Subject: Wrong codes for your {{brand}} account

            Several wrong codes were typed for your {{brand}} account.

            None of them let anybody in. If you mistyped them yourself, there is nothing to
            do.{{#longer_codes}} To be on the safe side, your next codes are longer.{{/longer_codes}}

            The last try:

            {{> details}}

            Was it not you? Your account stays locked to others as long as you tell nobody
            a code. What happened: {{account_url}}
            """,
        html: """
            <h1 style="margin:0 0 12px;font-size:22px;line-height:30px;font-weight:600">Several wrong
              codes</h1>
            <p style="margin:0 0 16px">Several wrong codes were typed for your {{brand}} account. None of
              them let anybody in. If you mistyped them yourself, there is nothing to do.</p>
            {{#longer_codes}}
            <p style="margin:0 0 16px">To be on the safe side, your next codes are longer.</p>
            {{/longer_codes}}
            <p style="margin:0 0 4px">The last try:</p>
            {{> details}}
            <p style="margin:0 0 16px">Was it not you? Your account stays locked to others as long as you
              tell nobody a code. You can look at what happened:</p>
            <p style="margin:20px 0 0">
              <a class="button" href="{{account_url}}"
                style="display:inline-block;padding:12px 22px;border-radius:8px;background-color:#1f5fd6;
                  color:#ffffff;font-weight:600;text-decoration:none">Look at my account</a>
            </p>
            """,
        sms: """
            {{#full}}
            {{brand}}: several wrong codes were typed for your account. Nobody got in.
            {{/full}}
            {{^full}}
            Several wrong codes for your account.
            {{/full}}
            Details: {{account_page}}
            """)
}
