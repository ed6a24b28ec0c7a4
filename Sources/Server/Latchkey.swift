import Glibc

@main
struct Latchkey {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(CommandTable.standard.run(arguments, .real, .real).rawValue)
    }
}
