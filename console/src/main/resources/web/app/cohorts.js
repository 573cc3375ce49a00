import { html, nothing } from "lit";
import { dear } from "./dear.js";
import { meanings } from "./figures.js";
import { Panel } from "./panel.js";
import { day, money, percent } from "./words.js";

const YEARS = 3;
const FIGURES = {
  nrr: ["NRR", (bridge) => bridge.nrr],
  grr: ["GRR", (bridge) => bridge.grr],
  logos: ["Customers kept", (bridge) => bridge.logoRetention],
};

/** What was kept of customers by the quarter in which they began, of the last three years. An age that is not over is empty. */
class Cohorts extends Panel {
  static properties = { ...Panel.properties, figure: { state: true } };
  static styles = Panel.shared;

  constructor() {
    super();
    this.figure = "nrr";
  }

  async read() {
    return dear(`forecast/v1/retention/cohorts?${lastYears((await dear("forecast/v1/kpis")).until)}`);
  }

  show({ definitions, items }) {
    const ages = items.length === 0 ? [] : items[0].ages;
    if (ages.length === 0) return html`<p class="empty">Nobody began in the last three years, or nothing is known of them for a quarter after theirs.</p>`;
    const [name, share] = FIGURES[this.figure];
    const { cohort, age, grr, nrr, logoRetention, sums, blank, grain, reportingCurrency, asOf } = definitions;
    return html`
      <div class="bar">
        <label for="figure">Figure</label>
        <select id="figure" @change=${(event) => (this.figure = event.target.value)}>
          ${Object.entries(FIGURES).map(([key, [words]]) => html`<option value=${key} ?selected=${key === this.figure}>${words}</option>`)}
        </select>
      </div>
      <table>
        <caption class="hidden">${name} by the quarter in which customers began and by quarters since</caption>
        <thead>
          <tr>
            <th scope="col">Began in</th><th scope="col" class="number">Customers</th><th scope="col" class="number">ARR then</th>
            ${ages.map(({ age: steps }) => html`<th scope="col" class="number">+${steps}</th>`)}
          </tr>
        </thead>
        <tbody>${items.map((row) => this.#row(row, share, reportingCurrency))}</tbody>
      </table>
      <p class="note">+1 is a quarter after the one in which they began. In ${reportingCurrency} at the rates of the end of that one, as of ${day(asOf)}.</p>
      ${meanings({ Cohort: cohort, Age: age, NRR: nrr, GRR: grr, "Customers kept": logoRetention, Sums: sums, Empty: blank, Grain: grain })}
    `;
  }

  #row({ cohort, joined, arr, ages }, share, currency) {
    return html`
      <tr>
        <th scope="row"><span class="whole">${cohort}</span></th>
        <td class="number" data-label="Customers">${joined}</td>
        <td class="number" data-label="ARR then">${money(arr == null ? null : { minor: arr, currency }, true)}</td>
        ${ages.map(({ age, bridge, blank }) => html`<td class="number" title=${WHY[blank] ?? nothing} data-label=${blank === "not-over" ? nothing : `+${age}`}>${shown(bridge, blank, share)}</td>`)}
      </tr>
    `;
  }
}

const WHY = { "not-over": "its day has not come", "nothing-at-start": "they had no ARR when their quarter ended" };

const shown = (bridge, blank, share) => (blank === "not-over" ? "" : blank ? "–" : percent(share(bridge)));

/** The years before a day, as questions name them. */
function lastYears(until) {
  const from = new Date(`${until}T00:00:00Z`);
  from.setUTCFullYear(from.getUTCFullYear() - YEARS);
  return new URLSearchParams({ from: from.toISOString().slice(0, 10), until });
}

customElements.define("pc-cohorts", Cohorts);
