import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { moment, plain, reason } from "./words.js";

const PAGE = 50;
const STATES = {
  "": "All",
  sent: "Sent",
  skipped: "Withheld",
  waiting: "Waiting",
  sending: "On their way",
  bounced: "Bounced",
  failed: "Failed",
  lost: "Perhaps sent",
};
const TONES = { sent: "good", skipped: "muted", waiting: "fair", bounced: "bad", failed: "bad", lost: "bad" };

/** Messages to people of customers, the newest first: what was sent, what was withheld, and why. Who they are is not shown. */
class Messages extends Panel {
  static properties = { ...Panel.properties, state: { state: true } };
  static styles = Panel.shared;

  constructor() {
    super();
    this.state = "";
  }

  read() {
    return ask(`router/v1/messages?${new URLSearchParams({ limit: PAGE, ...(this.state && { state: this.state }) })}`);
  }

  show({ items, next }) {
    return html`
      <div class="bar">
        <label for="state">Messages</label>
        <select id="state" @change=${(event) => this.#choose(event.target.value)}>
          ${Object.entries(STATES).map(([value, words]) => html`<option value=${value} ?selected=${value === this.state}>${words}</option>`)}
        </select>
      </div>
      ${items.length === 0 ? this.#empty() : table(items)} ${next ? html`<p class="note">The newest ${items.length}; there are more.</p>` : ""}
    `;
  }

  #empty() {
    return this.state
      ? html`<p class="empty">No message is like that.</p>`
      : html`<p class="empty">No play has written to a customer. Plays do where they have digital steps, a way to send is set up (docs/messages.md), and the register says of people that they may be written to (docs/register.md).</p>`;
  }

  #choose(state) {
    this.state = state;
    this.reading.wake(0);
  }
}

const table = (items) => html`
  <table>
    <caption class="hidden">Messages to people of customers, the newest first</caption>
    <thead>
      <tr><th scope="col">Account</th><th scope="col">Play and text</th><th scope="col">State</th><th scope="col">Why</th><th scope="col">When</th></tr>
    </thead>
    <tbody>${repeat(items, (one) => one.messageId, row)}</tbody>
  </table>
`;

const row = ({ accountId, play, step, template, channel, state, reason: code, sentence, askedAgainAt, until, createdAt, settledAt }) => html`
  <tr>
    <th scope="row">${accountId}</th>
    <td data-label="Play and text">${plain(play)} <span class="muted">${plain(step)}: ${plain(template)} by ${channel}</span></td>
    <td data-label="State"><span class="badge ${TONES[state] ?? ""}">${STATES[state] ?? state}</span></td>
    <td data-label="Why">${sentence ?? (code ? plain(reason(code)) : html`<span class="muted">–</span>`)}</td>
    <td data-label="When">${moment(settledAt ?? createdAt)} <span class="muted">${state === "waiting" ? patience(askedAgainAt, until) : ""}</span></td>
  </tr>
`;

const patience = (askedAgainAt, until) => `${askedAgainAt ? `asked again ${moment(askedAgainAt)}, ` : ""}given up ${moment(until)}`;

customElements.define("pc-messages", Messages);
