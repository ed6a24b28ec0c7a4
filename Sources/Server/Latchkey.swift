@main
struct Latchkey {
    static func main() {
        print("latchkey \(version)")
    }
}
