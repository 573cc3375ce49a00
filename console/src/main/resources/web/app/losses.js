import { html } from "lit";
import { dear } from "./dear.js";
import { meanings, named } from "./figures.js";
import { Panel } from "./panel.js";
import { yearUntil } from "./saves.js";
import { day, money, percent, reason } from "./words.js";

const MOST = 50;
const TONES = { reviewed: "good", due: "fair", overdue: "bad" };
const LOST = "ARR of a contract that ended or shrank and does not go on in another contract";
const GREEN = "the forecast called it commit or best case 90 days before (as set: playcaller.outcome.known-days)";

/** What was lost in the last year, the newest first: why, whether it was reviewed, and whether anybody could have seen it coming. */
class Losses extends Panel {
  static properties = { ...Panel.properties, state: { state: true } };
  static styles = Panel.shared;

  constructor() {
    super();
    this.state = "";
  }

  async read() {
    const { items } = await dear(`forecast/v1/losses?${yearUntil((await dear("forecast/v1/kpis")).until)}`);
    return items;
  }

  show(items) {
    if (items.length === 0) return html`<p class="empty">Nothing ended or shrank in the last year.</p>`;
    const chosen = items.filter((loss) => !this.state || (this.state === "green" ? loss.green : loss.state === this.state));
    return html`
      <div class="bar">
        <label for="state">Losses</label>
        <select id="state" @change=${(event) => (this.state = event.target.value)}>
          <option value="">All ${items.length}</option>
          <option value="overdue">Review overdue</option>
          <option value="due">Review due</option>
          <option value="reviewed">Reviewed</option>
          <option value="green">Nobody saw coming</option>
        </select>
      </div>
      ${chosen.length === 0 ? html`<p class="empty">None of the ${items.length} losses is like that.</p>` : table(chosen)}
      ${chosen.length > MOST ? html`<p class="note">The newest ${MOST} of ${chosen.length}.</p>` : ""} ${meanings({ Lost: LOST, Green: GREEN })}
    `;
  }
}

const table = (losses) => html`
  <table>
    <caption class="hidden">Contracts that ended or shrank, the newest first</caption>
    <thead>
      <tr>
        <th scope="col">Account</th><th scope="col">On</th><th scope="col" class="number">Lost of</th><th scope="col">Reason</th><th scope="col">Review</th>
        <th scope="col">${named("Known before", GREEN)}</th>
      </tr>
    </thead>
    <tbody>${losses.slice(0, MOST).map(row)}</tbody>
  </table>
`;

const row = ({ accountId, contractId, on, kind, before, lost, state, dueOn, reason: code, avoidable, green, known }) => html`
  <tr>
    <th scope="row">${accountId} <span class="muted">${contractId}</span></th>
    <td data-label="On">${day(on)}</td>
    <td class="number" data-label="Lost of">${money(lost, true)} <span class="muted">of ${money(before, true)}${kind === "full" ? "" : ", partly"}</span></td>
    <td data-label="Reason">${code ? reason(code) : "nobody said"} <span class="muted">${avoidable == null ? "" : avoidable ? "avoidable" : "not avoidable"}</span></td>
    <td data-label="Review"><span class="badge ${TONES[state] ?? ""}">${state}</span> <span class="muted">${state === "reviewed" ? "" : `by ${day(dueOn)}`}</span></td>
    <td data-label="Known before">${known ? foreseen(green, known) : html`<span class="muted">no snapshot</span>`}</td>
  </tr>
`;

const foreseen = (green, { renews, day: on, signals }) => html`
  <span class=${green ? "bad" : "muted"}>${green ? "green" : "seen coming"}</span>
  <span class="muted">${percent(renews / 1e6)} to renew on ${day(on)}${signals.length === 0 ? "" : `; open: ${signals.map((one) => reason(one.reason)).join(", ")}`}</span>
`;

customElements.define("pc-losses", Losses);
