/// How the page of the description looks: in the colours that its reader asks for.
enum PageStyle {
    static let text = #"""
        :root {
          color-scheme: light dark;
          --text: #1c1e21; --quiet: #5b6067; --ground: #ffffff; --raised: #f4f5f7; --line: #d9dce1;
          --accent: #1f5fbf; --get: #0b6b50; --post: #1f5fbf; --put: #8a5300; --delete: #b3261e;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --text: #e6e8eb; --quiet: #a2a8b0; --ground: #15171a; --raised: #1e2125; --line: #363b42;
            --accent: #8ab4f8; --get: #6fd3ae; --post: #8ab4f8; --put: #f0b860; --delete: #f28b82;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 2rem 1rem 6rem; max-width: 54rem;
          color: var(--text); background: var(--ground);
          font: 1rem/1.5 system-ui, sans-serif;
        }
        h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
        h2 { font-size: 1.35rem; margin: 3rem 0 0; }
        h3 { font-size: 1rem; margin: 0; display: flex; gap: .6rem; flex-wrap: wrap; align-items: baseline; }
        h4 { font-size: .8rem; margin: .75rem 0 .25rem; color: var(--quiet); }
        a { color: var(--accent); }
        code, pre, textarea { font-family: ui-monospace, monospace; font-size: .875rem; }
        pre, textarea, input {
          background: var(--ground); color: var(--text); border: 1px solid var(--line); border-radius: 6px;
        }
        pre { margin: .25rem 0; padding: .6rem .75rem; overflow-x: auto; }
        textarea, input { display: block; width: 100%; padding: .45rem .6rem; margin: .2rem 0 .6rem; }
        label { font-size: .875rem; color: var(--quiet); }
        article {
          background: var(--raised); border: 1px solid var(--line); border-radius: 10px;
          margin: 1rem 0; padding: 1rem 1.25rem;
        }
        article p { margin: .5rem 0; }
        article:target, tr:target { outline: 2px solid var(--accent); }
        h3 code { font-size: 1rem; overflow-wrap: anywhere; }
        .get { color: var(--get); } .post { color: var(--post); }
        .put, .patch { color: var(--put); } .delete { color: var(--delete); }
        .who {
          margin-left: auto; padding: 0 .6rem; border: 1px solid var(--line); border-radius: 99px;
          color: var(--quiet); font-size: .8rem; font-weight: normal;
        }
        .answers { list-style: none; padding: 0; margin: 0; font-size: .9rem; }
        .answers li > b, .answers summary > b { display: inline-block; min-width: 2.6rem; }
        .answers li:not(:has(details)) { padding-left: 1rem; }
        summary { cursor: pointer; }
        .try { margin-top: .75rem; border-top: 1px solid var(--line); padding-top: .6rem; }
        .try > summary { color: var(--accent); }
        .try[open] > summary { margin-bottom: .5rem; }
        button {
          padding: .4rem 1.1rem; border: 0; border-radius: 6px; cursor: pointer;
          background: var(--accent); color: var(--ground); font: inherit;
        }
        .access { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
        .access dt { font-weight: 600; } .access dd { margin: 0; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }

        """#
}
