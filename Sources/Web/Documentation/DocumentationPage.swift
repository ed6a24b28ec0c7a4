import HTTP
import JSON

/// The description for people: every operation, and every code that a problem can have.
struct DocumentationPage {
    let document: OpenAPIDocument
    /// Where the style and the script are, with what tells their versions apart.
    let style: String
    let script: String

    var html: HTML {
        let operations = DocumentedOperation.all(in: document)
        let tags = (document.root["tags"]?.asArray ?? []).compactMap(\.asObject)
        let groups = tags.map { tag in
            let name = tag["name"]?.asString ?? ""
            return group(name, tag["description"]?.asString ?? "", operations.filter { $0.tag == name })
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Latchkey: the API</title>
            <link rel="stylesheet" href="\(style)">
            <script src="\(script)" defer></script>
            </head>
            <body>
            <header>
            <h1>Latchkey: the API</h1>
            <p>JSON in and out. For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
            <dl class="access">
            <dt>open</dt><dd>anybody</dd>
            <dt>flow</dt><dd>whoever holds the flow key, which stands in the body</dd>
            <dt>bearer</dt><dd>an access token in <code>Authorization: Bearer</code></dd>
            <dt>fresh</dt><dd>a bearer who showed within 10 minutes who he is</dd>
            </dl>
            <p id="bearer" hidden><label>Access token for the calls below, kept in this page alone
            <input id="token" type="password" autocomplete="off" spellcheck="false"></label></p>
            </header>
            <main>
            \(groups)
            <section>
            <h2>Problems</h2>
            <p>Errors are <code>application/problem+json</code> (RFC 9457). Decide by <code>code</code>.</p>
            <table>
            <thead><tr><th>Status</th><th>Code</th><th>Meaning</th></tr></thead>
            <tbody>
            \(ProblemCode.allCases.map(row))
            </tbody>
            </table>
            </section>
            </main>
            </body>
            </html>

            """
    }

    private func group(_ name: String, _ about: String, _ operations: [DocumentedOperation]) -> HTML {
        """
        <section>
        <h2>\(name)</h2>
        <p>\(about)</p>
        \(operations.map(article))
        </section>

        """
    }

    private func article(_ operation: DocumentedOperation) -> HTML {
        let example: HTML = operation.body.map { "<h4>Request</h4><pre>\($0.indented)</pre>" } ?? ""
        return """
            <article id="\(operation.id)">
            <h3><b class="\(operation.method.lowercased())">\(operation.method)</b> <code>\(operation.path)</code>
            <span class="who">\(operation.access)</span></h3>
            <p><strong>\(operation.summary).</strong> \(operation.description ?? "")</p>
            \(parameters(operation.parameters))
            \(example)
            <h4>Answers</h4>
            <ul class="answers">
            \(operation.answers.map(answer))
            </ul>
            \(trial(operation))
            </article>

            """
    }

    private func parameters(_ parameters: [DocumentedOperation.Parameter]) -> HTML {
        guard !parameters.isEmpty else { return "" }
        let rows = parameters.map { parameter -> HTML in
            "<li><code>\(parameter.name)</code> (\(parameter.place)): \(parameter.description)</li>\n"
        }
        return "<h4>Parameters</h4><ul>\(rows)</ul>"
    }

    private func answer(_ answer: DocumentedOperation.Answer) -> HTML {
        let codes = answer.codes.map { code -> HTML in " <a href=\"#\(code)\"><code>\(code)</code></a>" }
        let status = answer.status == "default" ? "other" : answer.status
        let line: HTML = "<b>\(status)</b> \(answer.description)\(codes)"
        guard let example = answer.example else { return "<li>\(line)</li>\n" }
        let shown = example.asString ?? example.indented
        return "<li><details><summary>\(line)</summary><pre>\(shown)</pre></details></li>\n"
    }

    /// Hidden until the script is there to make it work.
    private func trial(_ operation: DocumentedOperation) -> HTML {
        let inputs = operation.parameters.map { parameter -> HTML in
            """
            <label>\(parameter.name)
            <input data-place="\(parameter.place)" data-name="\(parameter.name)" placeholder="\(parameter.example)">
            </label>

            """
        }
        let body: HTML =
            operation.body.map { "<label>Body\n<textarea rows=\"6\">\n\($0.indented)</textarea></label>" }
            ?? ""
        return """
            <details class="try" data-method="\(operation.method)" data-path="\(operation.path)" hidden>
            <summary>Try it</summary>
            \(inputs)\(body)
            <button type="button">Send</button>
            <pre class="result" aria-live="polite" hidden></pre>
            </details>
            """
    }

    private func row(_ code: ProblemCode) -> HTML {
        """
        <tr id="\(code.rawValue)"><td>\(String(code.status.code))</td><td><code>\(code.rawValue)</code></td>\
        <td>\(code.title)</td></tr>

        """
    }
}
