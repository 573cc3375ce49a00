import { css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { tell } from "./api.js";
import { dear, forget } from "./dear.js";
import { Desk } from "./desk.js";
import { columnWords, words } from "./packet.js";
import { day, moment, plain } from "./words.js";

const KINDS = { weekly: "Weekly: risks and expansion", monthly: "Monthly: revenue council", quarterly: "Quarterly: review" };
const DECIDE = {
  title: "Decide",
  hint: "Every later packet of this meeting carries it over until it is done.",
  fields: [
    { name: "what", label: "What is to be done", long: true, required: true },
    { name: "owner", label: "Who does it, by staff id", required: true },
    { name: "dueOn", label: "Due on", type: "date", required: true },
    { name: "accountId", label: "Account that it is about, if one" },
  ],
};
const DONE = { title: "Done", fields: [{ name: "outcome", label: "What came of it", long: true, required: true }] };

/** The packet of a meeting: what changed since the one before, what was decided and is not done; what it decides is written down here. */
class Meeting extends Desk {
  static properties = { ...Desk.properties, kind: { state: true } };
  static styles = [
    Desk.shared,
    css`
      section { border-top: 1px solid var(--line); }
      h3 { margin: 0; padding: 0.75rem 0.9rem 0; font-size: 0.95rem; }
      .means { margin: 0; padding: 0.15rem 0.9rem 0.5rem; font-size: 0.85rem; color: var(--muted); }
      form { margin: 0.75rem 0.9rem; }
      .table { overflow-x: auto; }
      ul { margin: 0; padding: 0.5rem 0.9rem 0.75rem 2rem; }
    `,
  ];

  constructor() {
    super();
    this.kind = "weekly";
  }

  read() {
    return dear(path(this.kind));
  }

  show(packet) {
    return html`
      ${this.#head(packet)} ${this.refused()}
      ${this.#decisions("Not done yet", packet.open, packet.kind)} ${this.#decisions("Decided in this meeting", packet.decided, packet.kind)}
      ${repeat(packet.sections, (part) => part.key, section)}
    `;
  }

  #head({ kind, day: on, since, madeAt }) {
    return html`
      <div class="bar">
        <label for="kind">Meeting</label>
        <select id="kind" @change=${(event) => this.#choose(event.target.value)}>
          ${Object.entries(KINDS).map(([value, words]) => html`<option value=${value} ?selected=${value === this.kind}>${words}</option>`)}
        </select>
        <span class="muted">of ${day(on)}: what changed since ${day(since)}, made ${moment(madeAt)}</span>
        ${this.button("Make anew", KINDS[kind] ?? kind, async () => forget(path(kind)))}
        ${this.#mayDecide() ? this.opener("decide", DECIDE) : ""}
      </div>
      ${this.formOf("decide", DECIDE, (said) => this.#write(kind, `${path(kind)}/${encodeURIComponent(on)}/decisions`, said))}
    `;
  }

  #decisions(title, decisions, kind) {
    return html`
      <section>
        <h3>${title}</h3>
        ${decisions.length === 0 ? html`<p class="means">Nothing.</p>` : html`<ul>${repeat(decisions, (one) => one.decisionId, (one) => this.#decision(one, kind))}</ul>`}
      </section>
    `;
  }

  #decision({ decisionId, what, owner, dueOn, accountId, decidedBy, day: on, doneAt, doneBy, outcome }, kind) {
    const done = `forecast/v1/meetings/decisions/${encodeURIComponent(decisionId)}/done`;
    return html`
      <li>
        <strong>${what}</strong> <span class="muted">${owner}, due ${day(dueOn)}${accountId ? `, ${accountId}` : ""}; decided ${day(on)} by ${decidedBy}</span>
        ${doneAt
          ? html`<span class="good">Done ${moment(doneAt)} by ${doneBy}: ${outcome}</span>`
          : this.#mayDecide()
            ? html`${this.opener(decisionId, DONE, what)} ${this.formOf(decisionId, DONE, (said) => this.#write(kind, done, said))}`
            : ""}
      </li>
    `;
  }

  #choose(kind) {
    this.kind = kind;
    this.form = this.refusal = undefined;
    this.reading.wake(0);
  }

  async #write(kind, where, said) {
    await tell(where, said);
    forget(path(kind));
  }

  #mayDecide() {
    return this.may("csm", "lead", "ops");
  }
}

const path = (kind) => `forecast/v1/meetings/${kind}`;

const section = ({ key, title, definition, grain, currencyRule, n, columns, rows, notAvailable }) => html`
  <section>
    <h3>${title}</h3>
    <p class="means">${definition}. One row: ${grain}; currencies: ${plain(currencyRule)}; n = ${n}${rows.length < n ? `, the first ${rows.length}` : ""}.</p>
    ${notAvailable ? html`<p class="means">Not available, because ${notAvailable}.</p>` : rows.length === 0 ? html`<p class="means">None.</p>` : table(key, title, columns, rows)}
  </section>
`;

const table = (key, title, columns, rows) => html`
  <div class="table" tabindex="0" role="region" aria-label=${title}>
    <table>
      <thead><tr>${columns.map((column) => html`<th scope="col">${columnWords(column)}</th> `)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((_, at) => cell(key, columns, row, at))}</tr>`)}</tbody>
    </table>
  </div>
`;

const cell = (key, columns, row, at) => html`<td class=${columns[at] === "quarter" ? "whole" : nothing} data-label=${columnWords(columns[at])}>${words(key, columns, row, at)}</td> `;

customElements.define("pc-meeting", Meeting);
