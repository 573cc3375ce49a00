import { html } from "lit";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { number, percent, plain } from "./words.js";

const FRESH_MS = 3_600_000;
let known;
let readAt = 0;
const NAMES = {
  grr: "GRR",
  nrr: "NRR",
  "time-to-value": "Time to value",
  "adoption-index": "Adoption index",
  "save-rate": "Save rate",
  "referenceable-accounts": "Referenceable accounts",
};

/** The six figures that somebody answers for, of this quarter and the one before. They are dear to compute: what came is shown for an hour. */
class Kpis extends Panel {
  static styles = Panel.shared;

  async read() {
    if (Date.now() - readAt > FRESH_MS) {
      known = await ask("forecast/v1/kpis");
      readAt = Date.now();
    }
    return known;
  }

  show({ quarter, running, items }) {
    return html`
      <table>
        <caption class="hidden">Figures that have an owner, of ${quarter} and the quarter before</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th><th scope="col">Owner</th><th scope="col" class="number">${quarter}${running ? " so far" : ""}</th>
            <th scope="col" class="number">Before</th><th scope="col" class="number">Of</th>
          </tr>
        </thead>
        <tbody>${items.map((kpi) => this.#row(kpi))}</tbody>
      </table>
    `;
  }

  #row({ key, ownerRole, unit, currency, now, before, meaning, note }) {
    const means = `${meaning.definition}. Grain: ${meaning.grain}. Currencies: ${plain(meaning.currencyRule)}. Interval: ${meaning.interval}.`;
    return html`
      <tr>
        <th scope="row"><abbr title=${means} tabindex="0">${NAMES[key] ?? plain(key)}</abbr> <span class="muted">${currency ?? ""} ${note ?? ""}</span></th>
        <td data-label="Owner">${plain(ownerRole)}</td>
        <td class="number" data-label="Now">${figure(now, unit)}</td>
        <td class="number" data-label="Before">${figure(before, unit)}</td>
        <td class="number" data-label="Of">${now ? now.n : "–"}</td>
      </tr>
    `;
  }
}

/** A figure in its unit, with its interval where it has one. */
function figure(value, unit) {
  if (!value) return "–";
  const words = unit === "share" ? percent : number;
  const range = value.low == null ? "" : html` <span class="muted">(${words(value.low)} to ${value.high == null ? "…" : words(value.high)})</span>`;
  return html`${words(value.value)}${unit === "days" ? " days" : ""}${range}`;
}

customElements.define("pc-kpis", Kpis);
