import Domain
import EventLoop

extension Configuration {
    /// Certificate and key of a server that does TLS itself.
    struct TLS: Sendable {
        let certificate: String
        let key: String

        /// `nil` when neither is set; one without the other is a problem.
        init?(_ read: inout Reader) {
            let certificate = read.optional(
                "certificate", .path, example: "\"/etc/latchkey/fullchain.pem\"",
                "The file with the certificate and its chain, in PEM.")
            let key = read.optional(
                "key", .path, example: "\"/etc/latchkey/key.pem\"",
                "The file with the private key, in PEM.")
            let group = ConfigPath("tls")
            read.expectReadable(certificate, group.key("certificate"))
            read.expectReadable(key, group.key("key"))
            switch (certificate, key) {
            case (nil, nil): return nil
            case (_?, nil):
                read.report(group.key("certificate"), "set without tls.key; TLS needs both")
                return nil
            case (nil, _?):
                read.report(group.key("key"), "set without tls.certificate; TLS needs both")
                return nil
            case (let certificate?, let key?):
                self.certificate = certificate
                self.key = key
            }
        }
    }

    struct Redis: Sendable {
        /// The whole URL, which may hold a password.
        let url: Secret<String>?

        init(_ read: inout Reader) {
            url = read.optional(
                "url", .redis, example: "\"redis://redis.example.com:6379\"",
                "The Redis server; \"\" for none.")
        }
    }

    struct Brand: Sendable {
        let name: String

        init(_ read: inout Reader) {
            name = read(
                "name", .filledText, default: "Latchkey", example: "\"Example Shop\"",
                "The name on pages and in messages.")
        }
    }

    struct GeoIP: Sendable {
        let file: String?

        init(_ read: inout Reader) {
            file = read.optional(
                "file", .path, example: "\"/usr/share/GeoIP/GeoLite2-City.mmdb\"",
                "A database of places in MaxMind's format; without one no places are shown.")
            read.expectReadable(file, ConfigPath("geoip", "file"))
        }
    }

    struct Log: Sendable {
        let level: LogLevel
        let format: LogFormat

        init(_ read: inout Reader) {
            level = read("level", .choice, default: .info, example: "\"debug\"", "The least that is logged.")
            format = read(
                "format", .choice, default: .auto, example: "\"json\"",
                "How lines look; auto is text on a terminal and JSON elsewhere.")
        }
    }
}
