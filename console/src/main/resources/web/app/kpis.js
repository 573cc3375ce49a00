import { html } from "lit";
import { dear } from "./dear.js";
import { figure, meanings, named } from "./figures.js";
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
      ${meanings(Object.fromEntries(items.map((kpi) => [called(kpi), means(kpi)])))}
    `;
  }

  #row(kpi) {
    const { ownerRole, unit, currency, now, before, note } = kpi;
    return html`
      <tr>
        <th scope="row">${named(called(kpi), means(kpi))} <span class="muted">${currency ?? ""} ${note ?? ""}</span></th>
        <td data-label="Owner">${plain(ownerRole)}</td>
        <td class="number" data-label="Now">${figure(now, unit)}</td>
        <td class="number" data-label="Before">${figure(before, unit)}</td>
        <td class="number" data-label="Of">${now ? now.n : "–"}</td>
      </tr>
    `;
  }
}

const called = ({ key }) => NAMES[key] ?? plain(key);

const means = ({ meaning: { definition, grain, currencyRule, interval } }) =>
  `${definition}. Grain: ${grain}. Currencies: ${plain(currencyRule)}. Interval: ${interval}.`;

customElements.define("pc-kpis", Kpis);
