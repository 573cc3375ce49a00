import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, tell } from "./api.js";
import { dear } from "./dear.js";
import { Desk } from "./desk.js";
import { held } from "./directory.js";
import { moment, plain } from "./words.js";

const PATH = "router/v1/hand-overs";
const PAGE = 50;
const TONES = { proposed: "fair", accepted: "good", effective: "good", rejected: "bad", withdrawn: "muted" };
const NOTES = { context: "Context", openRisks: "Open risks", promises: "Promises", contacts: "Contacts", renewals: "Renewals" };
const LISTS = {
  waiting: { words: "That wait for you", question: { state: "proposed", waitsOn: "me" }, empty: "No account waits for you to take it." },
  mine: { words: "That you proposed", question: { proposedBy: "me" }, empty: "You proposed none." },
  proposed: { words: "That wait for anybody", question: { state: "proposed" }, empty: "None waits for an answer." },
  accepted: { words: "Accepted, to take effect", question: { state: "accepted" }, empty: "None is accepted and still to take effect." },
  rejected: { words: "Rejected", question: { state: "rejected" }, empty: "None is rejected." },
};
const REJECT = { title: "Reject", hint: "The account stays where it is.", fields: [{ name: "because", label: "What is missing, or why not", required: true }] };
const WITHDRAW = { title: "Withdraw", hint: "The account stays where it is.", fields: [{ name: "because", label: "Why", required: true }] };

/** A hand-over of an account, by roles and people of the directory. */
const proposal = (people) => ({
  title: "Hand over an account",
  hint: "Until it is accepted, and its time has come, the account stays where it is.",
  fields: [
    { name: "accountId", label: "Account", required: true },
    { name: "role", label: "Role in which it passes", choices: Object.fromEntries(roles(people).map((role) => [role, plain(role)])), required: true },
    { name: "to", label: "To", choices: Object.fromEntries(people.map((one) => [one.staffId, `${one.name} (${one.staffId})`])), required: true },
    ...Object.entries(NOTES).map(([name, label]) => ({ name, label, long: true, most: 10_000, required: true })),
    { name: "takesEffectAt", label: "From, with the acceptance if left empty", type: "datetime-local" },
  ],
});

const roles = (people) => [...new Set(people.flatMap(held))].sort();

/** Accounts that pass from one of our people to another, with what they must know: to propose, to answer, to take back. */
class HandOvers extends Desk {
  static properties = { ...Desk.properties, list: { state: true }, cursor: { state: true }, heard: { state: true } };
  static styles = [Desk.shared, css`dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 0.2rem 0.8rem; } dt { color: var(--muted); } dd { margin: 0; white-space: pre-wrap; }`];

  constructor() {
    super();
    this.list = "waiting";
    this.cursor = "";
  }

  async read() {
    const question = { ...LISTS[this.list].question, limit: PAGE, ...(this.cursor && { cursor: this.cursor }) };
    const list = this.list;
    const [found, { items: people }] = await Promise.all([ask(`${PATH}?${new URLSearchParams(question)}`), dear("router/v1/directory")]);
    return { ...found, list, people };
  }

  show({ items, next, list, people }) {
    const act = proposal(people);
    const names = new Map(people.map((one) => [one.staffId, one.name]));
    return html`
      ${this.refused()} ${this.heard ? html`<p class="empty" role="status">${this.heard}</p>` : ""}
      <div class="bar">
        <label for="list">Hand-overs</label>
        <select id="list" @change=${(event) => this.#ask({ list: event.target.value })}>
          ${Object.entries(LISTS).map(([key, { words }]) => html`<option value=${key} ?selected=${key === this.list}>${words}</option>`)}
        </select>
        ${this.may("csm", "lead", "ops") ? html`${this.opener("propose", act)} ${this.formOf("propose", act, (said) => this.#propose(said, names))}` : ""}
      </div>
      ${items.length === 0 ? html`<p class="empty">${LISTS[list].empty}</p>` : this.#table(items, list, names)}
      ${next || this.cursor
        ? html`
            <p class="note">
              ${this.cursor ? html`<button type="button" @click=${() => this.#ask({})}>The newest</button>` : ""}
              ${next ? html`<button type="button" @click=${() => this.#ask({ cursor: next })}>Older ones</button>` : ""}
            </p>
          `
        : ""}
    `;
  }

  #table(items, list, names) {
    return html`
      <table>
        <caption class="hidden">Hand-overs: ${LISTS[list].words}</caption>
        <thead>
          <tr><th scope="col">Account</th><th scope="col">What to know</th><th scope="col">Stands</th><th scope="col"><span class="hidden">Action</span></th></tr>
        </thead>
        <tbody>${repeat(items, (one) => one.handOverId, (one) => this.#row(one, list, names))}</tbody>
      </table>
    `;
  }

  #row(one, list, names) {
    const name = (staffId) => names.get(staffId) ?? staffId;
    return html`
      <tr>
        <th scope="row">
          ${one.accountId}
          <span class="muted">${plain(one.role)}, ${one.former ? name(one.former) : "nobody"} to ${name(one.recipient)}; proposed by ${name(one.proposedBy)}, ${moment(one.proposedAt)}</span>
        </th>
        <td data-label="What to know"><dl>${Object.entries(NOTES).map(([key, words]) => html`<dt>${words}</dt><dd>${one.notes[key]}</dd>`)}</dl></td>
        <td data-label="Stands"><span class="badge ${TONES[one.state] ?? ""}">${plain(one.state)}</span> ${stands(one, name)}</td>
        <td>${this.#acts(one, list)}</td>
      </tr>
    `;
  }

  /** Answers are for whom it waits on, withdrawing for who proposed it; both for a lead. */
  #acts({ handOverId: id, accountId, state }, list) {
    const path = `${PATH}/${encodeURIComponent(id)}`;
    const may = (own) => this.may("lead") || (list === own && this.may("csm", "ops"));
    const answers = state === "proposed" && may("waiting");
    const withdraws = ["proposed", "accepted", "rejected"].includes(state) && may("mine");
    return html`
      <div class="acts">
        ${answers ? html`${this.button("Accept", accountId, () => tell(`${path}/accept`))} ${this.opener(`reject ${id}`, REJECT, accountId)}` : ""}
        ${withdraws ? this.opener(`withdraw ${id}`, WITHDRAW, accountId) : ""}
      </div>
      ${this.formOf(`reject ${id}`, REJECT, (said) => tell(`${path}/reject`, said))} ${this.formOf(`withdraw ${id}`, WITHDRAW, (said) => tell(`${path}/withdraw`, said))}
    `;
  }

  async #propose(said, names) {
    const { accountId, recipient, answerBy } = await tell(PATH, said);
    this.heard = `${accountId} waits for ${names.get(recipient) ?? recipient}, who is to answer by ${moment(answerBy)}.`;
  }

  /** Another list, from its newest hand-over unless a place in it is said. */
  #ask(change) {
    Object.assign(this, { cursor: "" }, change);
    this.reading.wake(0);
  }
}

/** What is to come of a hand-over, or who said what of it and why. */
function stands({ state, answerBy, takesEffectAt, lead, answeredBy, answeredAt, because, rejection }, name) {
  const effect = ["proposed", "accepted"].includes(state) ? `takes effect ${moment(takesEffectAt)}` : "";
  const answer = answeredBy ? `${name(answeredBy)}, ${moment(answeredAt)}` : "";
  return html`
    ${state === "proposed" ? html`answer by ${moment(answerBy)}${lead ? `, ${name(lead)} was told` : ""}` : ""} ${because ?? ""}
    <span class="muted">${[answer, effect].filter(Boolean).join("; ")}</span>
    ${rejection ? html`<span class="muted">Rejected before: ${rejection.because} ${name(rejection.by)}, ${moment(rejection.at)}</span>` : ""}
  `;
}

customElements.define("pc-hand-overs", HandOvers);
