/// What no single key can tell: combinations that cannot work, and those that an operator should know of.
struct Rules {
    let configuration: Configuration

    func apply(to read: inout Reader) {
        checkAddresses(&read)
        checkProxies(&read)
        checkTimes(&read)
        checkLedger(&read)
        checkLanguage(&read)
        checkEmail(&read)
        checkGateways(&read)
        checkRoutes(&read)
        checkClients(&read)
        checkInbox(&read)
        checkRedis(&read)
    }
}
