extension Rules {
    /// Durations that only make sense in a certain order.
    func checkTimes(_ read: inout Reader) {
        let tokens = configuration.tokens
        let code = configuration.code
        let pairing = configuration.pairing
        let group = ConfigPath("tokens")
        expect(
            tokens.refreshMax >= tokens.refreshTTL, group.key("refresh_max"), tokens.refreshMax,
            "at least as long as tokens.refresh_ttl", tokens.refreshTTL, &read)
        expect(
            tokens.accessTTL < tokens.refreshTTL, group.key("access_ttl"), tokens.accessTTL,
            "shorter than tokens.refresh_ttl", tokens.refreshTTL, &read)
        expect(
            tokens.refreshGrace < tokens.accessTTL, group.key("refresh_grace"), tokens.refreshGrace,
            "shorter than tokens.access_ttl", tokens.accessTTL, &read)
        expect(
            code.resendAfter < code.ttl, ConfigPath("code", "resend_after"), code.resendAfter,
            "shorter than code.ttl", code.ttl, &read)
        expect(
            pairing.rotate < pairing.ttl, ConfigPath("pairing", "rotate"), pairing.rotate,
            "shorter than pairing.ttl", pairing.ttl, &read)
    }

    /// The ledger makes short codes safe only while guesses come back slowly.
    func checkLedger(_ read: inout Reader) {
        let guesses = configuration.guesses
        let week = Duration.seconds(7 * 86_400)
        guard configuration.code.length == 4, guesses.refillAfter < week || guesses.unknownDevice > 20 else {
            return
        }
        let year = Duration.seconds(365 * 86_400)
        let count = Int64(guesses.unknownDevice) + Int64(year / guesses.refillAfter)
        read.warn(
            ConfigPath("guesses", guesses.refillAfter < week ? "refill_after" : "unknown_device"),
            "a stranger gets \(count) guesses at one contact's 4-digit codes in a year; the defaults allow 22"
        )
    }

    private func expect(
        _ holds: Bool, _ path: ConfigPath, _ found: Duration, _ wish: String, _ other: Duration,
        _ read: inout Reader
    ) {
        guard !holds else { return }
        read.report(
            path,
            "found \"\(DurationText.format(found))\"; expected it \(wish) (\"\(DurationText.format(other))\")"
        )
    }
}
