import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { tell } from "./api.js";
import { dear, forget } from "./dear.js";
import { Desk } from "./desk.js";
import { meanings, named } from "./figures.js";
import { ARMS, accounts, effect, measures } from "./lifts.js";
import { moment, number, percent, plain } from "./words.js";

const PATH = "forecast/v1/programme";
const TONES = { keep: "good", optimize: "fair", rethink: "bad", collect: "muted" };
const KINDS = { keep: "Keep", optimize: "Optimise", rethink: "Rethink", collect: "Collect" };
const DECIDE = {
  title: "Decide",
  hint: "Written down for the review. It changes no play: that is done in their files.",
  fields: [
    { name: "decision", label: "Decision", choices: KINDS, required: true },
    { name: "reason", label: "Why", long: true, required: true },
  ],
};

/** What each play did against accounts that were left alone, what the quarter's review proposes, and what people decided. */
class Programme extends Desk {
  static styles = Desk.shared;

  read() {
    return dear(PATH);
  }

  show({ quarter, definitions, items }) {
    if (items.length === 0) {
      return html`<p class="empty">No play ended a run in ${quarter} or was looked back at. Figures come 30, 60 and 90 days after runs begin.</p>`;
    }
    return html`
      ${this.refused()}
      <table>
        <caption class="hidden">Plays, what they did, and what is proposed for them in ${quarter}</caption>
        <thead>
          <tr>
            <th scope="col">Play</th><th scope="col">Proposal</th><th scope="col">${named("Lift", meaning(definitions))}</th>
            <th scope="col" class="number">${named("Accounts", ARMS)}</th>
            <th scope="col" class="number">${named("Signals that held", definitions.precision)}</th><th scope="col">Decided</th>
          </tr>
        </thead>
        <tbody>${repeat(items, (one) => one.play, (one) => this.#row(one, quarter))}</tbody>
      </table>
      <p class="note">
        Lift: ${measures(definitions.metric)}, ${definitions.daysAfter} days after runs began, treated less left alone. The interval
        holds at every look of a quarter; where an arm has too few accounts there is none.
      </p>
      ${meanings({ Lift: meaning(definitions), Accounts: ARMS, "Signals that held": definitions.precision })}
    `;
  }

  #row({ play, proposal, because, moreAccounts, lift, runsEnded, precision, decision }, quarter) {
    return html`
      <tr>
        <th scope="row">${plain(play)}</th>
        <td data-label="Proposal">
          <span class="badge ${TONES[proposal] ?? ""}">${KINDS[proposal] ?? proposal}</span> <span class="muted">${because}${moreAccounts == null ? "" : `; ${number(moreAccounts)} more accounts would tell`}</span>
        </td>
        <td data-label="Lift">${effect(lift)}</td>
        <td class="number" data-label="Accounts">${accounts(lift)}</td>
        <td class="number" data-label="Signals that held">${runsEnded === 0 ? "–" : html`${percent(precision)} <span class="muted">of ${number(runsEnded)} runs</span>`}</td>
        <td data-label="Decided">
          ${decision ? decided(decision) : html`<span class="muted">–</span>`}
          ${this.may("lead", "ops", "admin") ? this.opener(play, DECIDE, plain(play)) : ""} ${this.formOf(play, DECIDE, (said) => this.#decide(quarter, play, said))}
        </td>
      </tr>
    `;
  }

  async #decide(quarter, play, said) {
    await tell(`${PATH}/${encodeURIComponent(quarter)}/plays/${encodeURIComponent(play)}/decisions`, said);
    forget(PATH);
  }
}

const decided = ({ decision, reason, author, at }) => html`${KINDS[decision.toLowerCase()] ?? decision}: ${reason} <span class="muted">${author}, ${moment(at)}</span>`;

const meaning = ({ metric, daysAfter, lift }) => `${measures(metric)}, ${daysAfter} days after, ${lift}`;

customElements.define("pc-programme", Programme);
