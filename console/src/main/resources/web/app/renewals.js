import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "./api.js";
import { call } from "./contract.js";
import { Panel } from "./panel.js";
import "./scenario.js";
import { CATEGORIES, STAGES, day, money, plain } from "./words.js";

const PAGE = 50;
const TONES = { commit: "good", "best-case": "fair", "at-risk": "bad", lost: "bad" };

/**
 * Renewals in the order of their day: how far the work is, what model, CSM and manager call it, what is wrong. A row opens to the
 * contract; what is chosen is put into a scenario, also when the list has become another. Of one account there is nothing to choose.
 */
class Renewals extends Panel {
  static wakes = ["pc-health"];
  static properties = { ...Panel.properties, roles: {}, account: {}, category: { state: true }, stage: { state: true }, faulty: { state: true }, opened: { state: true }, chosen: { state: true } };
  static styles = [Panel.shared, css`.more { margin: 0; padding: 0.6rem 0.9rem; color: var(--muted); border-top: 1px solid var(--line); } .call { display: block; white-space: nowrap; }`];

  constructor() {
    super();
    this.category = this.stage = this.faulty = "";
    this.chosen = new Map();
  }

  read() {
    const chosen = Object.entries({ account: this.account ?? "", category: this.category, stage: this.stage, faulty: this.faulty }).filter(([, value]) => value !== "");
    return ask(`forecast/v1/renewals?${new URLSearchParams([["limit", PAGE], ...chosen])}`);
  }

  show({ items, next }) {
    return html`
      ${this.account ? "" : html`${this.#choices()}<pc-scenario .chosen=${this.chosen} @none=${() => (this.chosen = new Map())}></pc-scenario>`}
      ${items.length === 0 ? html`<p class="empty">${this.account ? "It has no contract that is open." : "No open renewal is like that."}</p>` : this.#table(items)}
      ${next ? html`<p class="more">The first ${items.length} by their day; there are more.</p>` : ""}
    `;
  }

  #choices() {
    return html`
      <div class="bar">
        ${this.#select("category", "Call", { "": "Any call", ...CATEGORIES })} ${this.#select("stage", "Stage", { "": "Any stage", ...STAGES })}
        ${this.#select("faulty", "Faults", { "": "With faults or without", true: "With faults", false: "Without faults" })}
      </div>
    `;
  }

  #select(name, label, choices) {
    return html`
      <label for=${name}>${label}</label>
      <select id=${name} @change=${(event) => this.#choose(name, event.target.value)}>
        ${Object.entries(choices).map(([value, words]) => html`<option value=${value} ?selected=${value === this[name]}>${words}</option>`)}
      </select>
    `;
  }

  #table(items) {
    return html`
      <table>
        <caption class="hidden">Renewals, the next first</caption>
        <thead>
          <tr>
            <th scope="col">Account</th><th scope="col">Renews on</th><th scope="col" class="number">Notice in</th><th scope="col" class="number">ARR</th>
            <th scope="col">Stage</th><th scope="col">Called</th><th scope="col">Faults</th><th scope="col"><span class="hidden">Action</span></th>
          </tr>
        </thead>
        <tbody>${repeat(items, (one) => one.contractId, (one) => this.#row(one))}</tbody>
      </table>
    `;
  }

  #row({ contractId, accountName, renewalOn, noticeBy, daysToNotice, arr, line }) {
    const open = this.opened === contractId;
    return html`
      <tr>
        <th scope="row">${this.account ? "" : this.#choice(contractId, accountName)} ${accountName} <span class="muted">${contractId}</span></th>
        <td data-label="Renews on">${day(renewalOn)}</td>
        <td class="number" data-label="Notice in" title=${noticeBy ? day(noticeBy) : ""}>${notice(daysToNotice)}</td>
        <td class="number" data-label="ARR">${money(arr, true)}</td>
        <td data-label="Stage">${STAGES[line.stage] ?? line.stage} <span class="muted">${line.owner ?? "nobody"}</span></td>
        <td data-label="Called">${this.#calls(line, arr.currency)}</td>
        <td data-label="Faults">${line.faults.length === 0 ? html`<span class="muted">–</span>` : line.faults.map((fault) => html`<span class="bad" title=${fault.code}>${fault.detail}</span> `)}</td>
        <td><button type="button" aria-expanded=${open} @click=${() => (this.opened = open ? undefined : contractId)}>${open ? "Close" : "Open"}<span class="hidden"> ${accountName}, ${contractId}</span></button></td>
      </tr>
      ${open ? html`<tr><td colspan="8"><pc-contract .contractId=${contractId} roles=${this.roles ?? ""}></pc-contract></td></tr>` : ""}
    `;
  }

  #choice(contractId, accountName) {
    return html`<input type="checkbox" aria-label="Choose ${accountName}, ${contractId}" .checked=${this.chosen.has(contractId)} @change=${() => this.#toggle(contractId, accountName)}>`;
  }

  #toggle(contractId, accountName) {
    const chosen = new Map(this.chosen);
    if (!chosen.delete(contractId)) chosen.set(contractId, accountName);
    this.chosen = chosen;
  }

  #calls({ finalCall, model, csm, manager, disagreement }, currency) {
    return html`
      <span class="badge ${TONES[finalCall.category] ?? ""}" title=${disagreement ?? ""}>${CATEGORIES[finalCall.category] ?? finalCall.category}</span>
      ${disagreement ? html`<span class="badge bad" title=${disagreement}>disagree</span>` : ""}
      ${[model, csm, manager].filter(Boolean).map((one) => html`<span class="call muted">${plain(one.by)}: ${call(one, currency)}</span>`)}
    `;
  }

  #choose(name, value) {
    this[name] = value;
    this.opened = undefined;
    this.reading.wake(0);
  }
}

/** Days until the last day to cancel. */
function notice(days) {
  if (days == null) return "–";
  return days < 0 ? html`<span class="muted">passed</span>` : `${days} d`;
}

customElements.define("pc-renewals", Renewals);
