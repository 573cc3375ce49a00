import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, tell } from "./api.js";
import { Desk } from "./desk.js";
import { moment } from "./words.js";

const REJECT = { title: "Reject", hint: "The account stays where it is.", fields: [{ name: "because", label: "What is missing, or why not", required: true }] };
const NOTES = { context: "Context", openRisks: "Open risks", promises: "Promises", contacts: "Contacts", renewals: "Renewals" };

/** Accounts that somebody wants to hand over to whoever is logged in, with what they must know. */
class HandOvers extends Desk {
  static styles = [Desk.shared, css`dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 0.2rem 0.8rem; } dt { color: var(--muted); } dd { margin: 0; white-space: pre-wrap; }`];

  read() {
    return ask("router/v1/hand-overs?state=proposed&waitsOn=me&limit=50");
  }

  show({ items }) {
    if (items.length === 0) return html`${this.refused()}<p class="empty">No account waits for you to take it.</p>`;
    return html`
      ${this.refused()}
      <table>
        <caption class="hidden">Hand-overs that wait for you</caption>
        <thead>
          <tr><th scope="col">Account</th><th scope="col">What to know</th><th scope="col">Answer by</th><th scope="col"><span class="hidden">Action</span></th></tr>
        </thead>
        <tbody>${repeat(items, (one) => one.handOverId, (one) => this.#row(one))}</tbody>
      </table>
    `;
  }

  #row(one) {
    const path = `router/v1/hand-overs/${encodeURIComponent(one.handOverId)}`;
    const mayAnswer = this.may("csm", "lead", "ops");
    return html`
      <tr>
        <th scope="row">${one.accountId} <span class="muted">${one.role}, ${one.former ?? "nobody"} to ${one.recipient}</span></th>
        <td data-label="What to know"><dl>${Object.entries(NOTES).map(([key, words]) => html`<dt>${words}</dt><dd>${one.notes[key]}</dd>`)}</dl></td>
        <td data-label="Answer by">${moment(one.answerBy)} <span class="muted">takes effect ${moment(one.takesEffectAt)}</span></td>
        <td>
          ${mayAnswer
            ? html`
                <div class="acts">${this.button("Accept", one.accountId, () => tell(`${path}/accept`))} ${this.opener(one.handOverId, REJECT, one.accountId)}</div>
                ${this.formOf(one.handOverId, REJECT, (said) => tell(`${path}/reject`, said))}
              `
            : ""}
        </td>
      </tr>
    `;
  }
}

customElements.define("pc-hand-overs", HandOvers);
