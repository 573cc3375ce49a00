import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, tell } from "./api.js";
import { Desk } from "./desk.js";
import { day, money, moment, plain } from "./words.js";

const PAGE = 100;

/** How a kind of movement of a contract is to be divided. */
const registration = (kinds) => ({
  title: "Register a split",
  hint: "Before the revenue moves. Later only operations may, with the day and why.",
  fields: [
    { name: "contractId", label: "Contract", required: true },
    { name: "kind", label: "Movement", choices: Object.fromEntries(kinds.map((kind) => [kind, plain(kind)])), required: true },
    { name: "shares", label: "Who, one a line: staff id, role, percent; and “on top” for what comes on top of the whole", long: true, required: true, holder: "ana csm 30\nabe account-manager 70" },
    { name: "from", label: "From, today if left empty", type: "date" },
    { name: "reason", label: "Why, if it is late" },
  ],
});

/** The ledger of credit, the newest entry first, of everybody, a person or a contract. Csms, leads and operations register splits. */
class Credits extends Desk {
  static properties = { ...Desk.properties, staffId: { state: true }, contractId: { state: true }, cursor: { state: true }, heard: { state: true } };
  static styles = Desk.shared;

  constructor() {
    super();
    this.staffId = this.contractId = this.cursor = "";
  }

  async read() {
    const chosen = Object.entries({ staffId: this.staffId, contractId: this.contractId, cursor: this.cursor }).filter(([, value]) => value !== "");
    const [entries, { items: policies }, { items: people }] = await Promise.all([
      ask(`forecast/v1/credits?${new URLSearchParams([["order", "newest"], ["limit", PAGE], ...chosen])}`),
      ask("forecast/v1/credits/policies"),
      ask("router/v1/directory"),
    ]);
    return { ...entries, kinds: [...new Set(policies.flatMap(({ rules }) => Object.keys(rules)))].sort(), people };
  }

  show({ items, next, kinds, people }) {
    const act = registration(kinds);
    const names = new Map(people.map((one) => [one.staffId, one.name]));
    return html`
      ${this.refused()} ${this.heard ? html`<p class="empty" role="status">${this.heard}</p>` : ""} ${this.#choices(people)}
      ${this.may("csm", "lead", "ops") ? html`<div class="bar">${this.opener("register", act)} ${this.formOf("register", act, (said) => this.#register(said))}</div>` : ""}
      ${items.length === 0 ? this.#empty() : table(items, names)}
      ${next || this.cursor
        ? html`
            <p class="note">
              ${this.cursor ? html`<button type="button" @click=${() => this.#ask({})}>The newest</button>` : ""}
              ${next ? html`<button type="button" @click=${() => this.#ask({ cursor: next })}>Older ones</button>` : "These are the first that were posted."}
            </p>
          `
        : ""}
    `;
  }

  #choices(people) {
    return html`
      <div class="bar">
        <label for="person">Person</label>
        <select id="person" @change=${(event) => this.#ask({ staffId: event.target.value })}>
          <option value="">Everybody</option>
          ${people.map((one) => html`<option value=${one.staffId} ?selected=${one.staffId === this.staffId}>${one.name}</option>`)}
        </select>
        <label for="contract">Contract</label>
        <input id="contract" .value=${this.contractId} @change=${(event) => this.#ask({ contractId: event.target.value.trim() })}>
      </div>
    `;
  }

  #empty() {
    return this.staffId || this.contractId
      ? html`<p class="empty">Nothing was credited so.</p>`
      : html`<p class="empty">Nothing was credited yet. A renewal, an expansion or an uplift is, once it is in the register of contracts and somebody has the account.</p>`;
  }

  async #register({ shares, ...said }) {
    const split = await tell("forecast/v1/credits", { ...said, shares: shares.split("\n").filter((line) => line.trim()).map(share) });
    this.heard = `Registered for ${split.contractId}: it divides each ${plain(split.kind)} from ${day(split.from)} on.`;
  }

  /** Another list, from its newest entry unless a place in it is said. */
  #ask(change) {
    Object.assign(this, { cursor: "" }, change);
    this.reading.wake(0);
  }
}

/** "ana csm 30" or "abe account-manager 25 on top"; what is missing the service asks for. */
function share(line) {
  const [staffId, role, percent, ...rest] = line.trim().split(/[\s,]+/);
  const whole = Number(percent?.replace("%", ""));
  return { staffId, role, percent: Number.isInteger(whole) ? whole : null, overlay: rest.join(" ") === "on top" };
}

const table = (items, names) => html`
  <table>
    <caption class="hidden">Credit, the newest entry first</caption>
    <thead>
      <tr>
        <th scope="col" class="number">No.</th><th scope="col">Person</th><th scope="col">Movement</th><th scope="col" class="number">Share</th><th scope="col" class="number">Credited</th>
        <th scope="col">Why</th><th scope="col">Posted</th>
      </tr>
    </thead>
    <tbody>${repeat(items, (one) => one.entryNo, (one) => row(one, names))}</tbody>
  </table>
`;

const row = ({ entryNo, postedAt, entry: { contractId, kind, on, share, amount, policy, reverses, because } }, names) => html`
  <tr>
    <td class="number" data-label="No.">${entryNo}</td>
    <th scope="row">${names.get(share.staffId) ?? share.staffId} <span class="muted">${plain(share.role)}</span></th>
    <td data-label="Movement">${contractId} <span class="muted">${plain(kind)} on ${day(on)}</span></td>
    <td class="number" data-label="Share">${share.percent}%${share.overlay ? " on top" : ""}</td>
    <td class="number" data-label="Credited"><span class=${amount.minor < 0 ? "bad" : ""}>${money(amount)}</span></td>
    <td data-label="Why">${reverses ? html`<span class="badge fair">taken back</span>` : ""} ${because} <span class="muted">policy ${policy}</span></td>
    <td data-label="Posted">${moment(postedAt)}</td>
  </tr>
`;

customElements.define("pc-credits", Credits);
