import { html } from "lit";
import { dear } from "./dear.js";
import { figure, interval, meanings } from "./figures.js";
import { Panel } from "./panel.js";
import { yearUntil } from "./saves.js";
import { fraction } from "./words.js";

const AUC = "how often a contract that was lost had a lower score before than one that went on; 0.5 is chance, 1 is always";

/** How well the health score foretold the renewals and ends of the last year. */
class ScoreAccuracy extends Panel {
  static styles = Panel.shared;

  async read() {
    return dear(`forecast/v1/score-accuracy?${yearUntil((await dear("forecast/v1/kpis")).until)}`);
  }

  show({ definitions, auc, lost, bands }) {
    const contracts = bands.reduce((sum, band) => sum + band.contracts, 0);
    if (contracts === 0) return html`<p class="empty">No contract with a score ${definitions.daysBefore} days before came to its renewal or end in the last year.</p>`;
    return html`
      <table>
        <caption class="hidden">Contracts that went on, by the grade of the score before</caption>
        <thead>
          <tr><th scope="col">Grade ${definitions.daysBefore} days before</th><th scope="col" class="number">Contracts</th><th scope="col">Went on</th></tr>
        </thead>
        <tbody>
          ${bands.map((band) => html`
            <tr>
              <th scope="row">${band.grade}</th>
              <td class="number" data-label="Contracts">${band.contracts}</td>
              <td data-label="Went on">${figure(band.wentOn, "share")}</td>
            </tr>
          `)}
        </tbody>
      </table>
      <p class="note">
        ${auc ? html`AUC ${fraction(auc.value)}${interval(auc, fraction)}` : "No AUC: all ended alike"}; n = ${contracts}, of which ${lost} were lost.
      </p>
      ${meanings({ AUC, "Went on": definitions.wentOn, Score: definitions.score, Interval: definitions.interval, Grain: definitions.grain })}
    `;
  }
}

customElements.define("pc-score-accuracy", ScoreAccuracy);
