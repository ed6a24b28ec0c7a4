/// Lets the reader of the page try a call. Tokens stay in the page: nothing is stored.
enum PageScript {
    static let text = #"""
        "use strict";
        const token = document.getElementById("token");
        document.getElementById("bearer").hidden = false;

        // What an answer gives, the next calls take.
        function remember(answer) {
          if (typeof answer.access_token === "string") token.value = answer.access_token;
          for (const name of ["flow_key", "refresh_token"]) {
            if (typeof answer[name] !== "string") continue;
            for (const area of document.querySelectorAll(".try textarea")) {
              try {
                const body = JSON.parse(area.value);
                if (!(name in body)) continue;
                body[name] = answer[name];
                area.value = JSON.stringify(body, null, 2);
              } catch {
                // Somebody is writing there.
              }
            }
          }
        }

        async function send(panel) {
          let path = panel.dataset.path;
          const query = new URLSearchParams();
          for (const input of panel.querySelectorAll("input")) {
            if (input.dataset.place === "path") {
              path = path.replace("{" + input.dataset.name + "}", encodeURIComponent(input.value));
            } else if (input.value !== "") {
              query.set(input.dataset.name, input.value);
            }
          }
          const headers = {};
          if (token.value !== "") headers.Authorization = "Bearer " + token.value;
          const body = panel.querySelector("textarea")?.value;
          if (body !== undefined) headers["Content-Type"] = "application/json";
          const address = query.size > 0 ? path + "?" + query : path;
          const response = await fetch(address, {
            method: panel.dataset.method, headers, body, credentials: "omit", cache: "no-store",
          });
          const text = await response.text();
          const status = response.status + " " + response.statusText;
          try {
            const answer = JSON.parse(text);
            remember(answer);
            return status + "\n" + JSON.stringify(answer, null, 2);
          } catch {
            return status + "\n" + text;
          }
        }

        for (const panel of document.querySelectorAll(".try")) {
          const result = panel.querySelector(".result");
          panel.hidden = false;
          panel.querySelector("button").addEventListener("click", async () => {
            result.hidden = false;
            result.textContent = "…";
            try {
              result.textContent = await send(panel);
            } catch (error) {
              result.textContent = String(error);
            }
          });
        }

        """#
}
