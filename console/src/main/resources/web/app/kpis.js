import { html } from "lit";
import { dear } from "./dear.js";
import { figure, named } from "./figures.js";
import { Panel } from "./panel.js";
import { plain } from "./words.js";

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

  read() {
    return dear("forecast/v1/kpis");
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
        <th scope="row">${named(NAMES[key] ?? plain(key), means)} <span class="muted">${currency ?? ""} ${note ?? ""}</span></th>
        <td data-label="Owner">${plain(ownerRole)}</td>
        <td class="number" data-label="Now">${figure(now, unit)}</td>
        <td class="number" data-label="Before">${figure(before, unit)}</td>
        <td class="number" data-label="Of">${now ? now.n : "–"}</td>
      </tr>
    `;
  }
}

customElements.define("pc-kpis", Kpis);
