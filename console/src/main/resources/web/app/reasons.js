import { html } from "lit";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { reason } from "./words.js";

/** How often each reason was right, by those who worked on it; what is to be re-tuned comes first. */
class Reasons extends Panel {
  static styles = [Panel.shared];

  read() {
    return ask("router/v1/reasons");
  }

  show({ items }) {
    if (items.length === 0) {
      return html`<p class="empty">No task was completed in the last 180 days, so no reason was judged.</p>`;
    }
    const order = (one) => (one.proposal ? -1 : (one.percent ?? 101));
    return html`
      <table>
        <caption class="hidden">Reasons and how often they were right, by closing answers of 180 days</caption>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col" class="number">Right</th>
            <th scope="col" class="number">Judged</th>
            <th scope="col" class="number">Helped</th>
            <th scope="col" class="number">False alarms</th>
            <th scope="col" class="number">Wrong person</th>
          </tr>
        </thead>
        <tbody>
          ${[...items].sort((a, b) => order(a) - order(b)).map((one) => html`
            <tr>
              <th scope="row">${reason(one.reason)} <code class="muted">${one.reason}</code>${one.proposal ? html`<br><span class="bad">${one.proposal}</span>` : ""}</th>
              <td class="number" data-label="Right">${one.percent == null ? "–" : `${one.percent}%`}</td>
              <td class="number" data-label="Judged">${one.judged}</td>
              <td class="number" data-label="Helped">${one.answers.helped}</td>
              <td class="number" data-label="False alarms">${one.answers["false-alarm"]}</td>
              <td class="number" data-label="Wrong person">${one.answers["wrong-person"]}</td>
            </tr>
          `)}
        </tbody>
      </table>
    `;
  }
}

customElements.define("pc-reasons", Reasons);
