import { html } from "lit";
import { dear } from "./dear.js";
import { meanings, named } from "./figures.js";
import { ARMS, accounts, effect, measures } from "./lifts.js";
import { Panel } from "./panel.js";
import { number, percent, plain, reason } from "./words.js";

const key = ({ metric, daysAfter }) => `${metric} ${daysAfter}`;
const title = ({ metric, daysAfter }) => `${measures(metric)}, ${daysAfter} days after runs began`;

/** What each play did by the reasons that its runs began with: of one measure at a time, first of that by which plays are judged. */
class ReasonLifts extends Panel {
  static properties = { ...Panel.properties, measure: { state: true } };
  static styles = Panel.shared;

  async read() {
    const [lifts, programme] = await Promise.all([dear("forecast/v1/lift?by=reason"), dear("forecast/v1/programme")]);
    return { ...lifts, judgedBy: key(programme.definitions) };
  }

  show({ definitions, items, judgedBy }) {
    if (items.length === 0) return html`<p class="empty">No play was looked back at yet. Figures come 30, 60 and 90 days after runs begin.</p>`;
    const all = new Map(items.map((one) => [key(one), one]));
    const measure = [this.measure, judgedBy].find((wanted) => all.has(wanted)) ?? all.keys().next().value;
    const lift = `${title(all.get(measure))}: ${definitions.difference}`;
    return html`
      <div class="bar">
        <label for="measure">Measure</label>
        <select id="measure" @change=${(event) => (this.measure = event.target.value)}>
          ${[...all.keys()].sort().map((wanted) => html`<option value=${wanted} ?selected=${wanted === measure}>${title(all.get(wanted))}</option>`)}
        </select>
      </div>
      ${table(items.filter((one) => key(one) === measure), lift)}
      <p class="note">
        The interval holds at every look of a quarter; where an arm has fewer than ${definitions.leastPerArm} accounts there is none. Of the
        ${definitions.intervals} intervals of all measures ${number(definitions.mostWrong)} at most, on average, ever miss the truth: one row that helps
        among many that do not is a reason to look closer, and no proof.
      </p>
      ${meanings({ Lift: lift, Interval: `${percent(definitions.level)}, ${definitions.interval}; ${definitions.multiplicity}`, Accounts: ARMS, Unit: definitions.unit })}
    `;
  }
}

const table = (lifts, meaning) => html`
  <table>
    <caption class="hidden">What plays did, by the reasons that their runs began with</caption>
    <thead>
      <tr><th scope="col">Play</th><th scope="col">Reason</th><th scope="col">${named("Lift", meaning)}</th><th scope="col" class="number">${named("Accounts", ARMS)}</th></tr>
    </thead>
    <tbody>${byPlay(lifts).map(row)}</tbody>
  </table>
`;

/** The service has them by reason; people look for a play first. */
const byPlay = (lifts) => [...lifts].sort((one, other) => one.play.localeCompare(other.play));

const row = (lift) => html`
  <tr>
    <th scope="row">${plain(lift.play)}</th>
    <td data-label="Reason">${reason(lift.reason)} <span class="muted">${lift.reason} ${lift.currency ?? ""}</span></td>
    <td data-label="Lift">${effect(lift)}</td>
    <td class="number" data-label="Accounts">${accounts(lift)}</td>
  </tr>
`;

customElements.define("pc-reason-lifts", ReasonLifts);
