import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, tell } from "./api.js";
import { Desk } from "./desk.js";
import { moment, plain } from "./words.js";

const TONES = { running: "good", held: "fair", stopped: "bad", "not-configured": "muted" };
const HOLD = {
  title: "Hold everything",
  hint: "Nothing goes to any tool until it is released. What is on its way still arrives.",
  fields: [{ name: "because", label: "Why", required: true }],
};
const REPLAY = {
  title: "Send again",
  hint: "What was given up and was written since then, at most 30 days ago: 1,000 messages at a time, the longest given up first, under the ids they had. What nobody needs any more is not sent.",
  fields: [{ name: "since", label: "Written since", type: "datetime-local", required: true }],
};
/** Where a tool may be told what was given up; one that said stop is to be enabled first. */
const TOLD = ["running", "held"];

/** The tools that tasks are told to: how they stand, whether delivery is held, and what was given up, which is sent once more. */
class Connectors extends Desk {
  static properties = { ...Desk.properties, heard: { state: true } };
  static styles = Desk.shared;

  async read() {
    const [{ items }, hold] = await Promise.all([ask("router/v1/connectors"), ask("router/v1/connectors/hold")]);
    return { items, hold };
  }

  show({ items, hold }) {
    return html`
      ${this.refused()} ${this.heard ? html`<p class="empty" role="status">${this.heard}</p>` : ""} ${this.#hold(hold)}
      <table>
        <caption class="hidden">Tools and how they stand</caption>
        <thead>
          <tr>
            <th scope="col">Tool</th><th scope="col">State</th><th scope="col" class="number">Waiting</th><th scope="col" class="number">Failed</th>
            <th scope="col" class="number">Allowance used</th><th scope="col"><span class="hidden">Action</span></th>
          </tr>
        </thead>
        <tbody>${repeat(items, (one) => one.name, (one) => this.#row(one))}</tbody>
      </table>
    `;
  }

  #hold({ held, since, because, by }) {
    if (!held) {
      return this.#mayTell() ? html`<div class="bar">${this.opener("hold", HOLD)} ${this.formOf("hold", HOLD, (said) => tell("router/v1/connectors/hold", said))}</div>` : "";
    }
    return html`
      <div class="bar">
        <span class="bad">Delivery is held since ${moment(since)}: ${because} <span class="muted">${by ?? ""}</span></span>
        ${this.#mayTell() ? this.button("Release", "delivery", () => tell("router/v1/connectors/hold/release")) : ""}
      </div>
    `;
  }

  #row(one) {
    return html`
      <tr>
        <th scope="row">${one.name} <span class="muted">${one.target ?? ""}</span></th>
        <td data-label="State">
          <span class="badge ${TONES[one.state] ?? ""}">${plain(one.state)}</span>
          ${one.breaker && one.breaker !== "closed" ? html`<span class="badge bad">breaker ${plain(one.breaker)}</span>` : ""}
          <span class="muted">${one.because ?? one.lastError ?? ""}</span>
        </td>
        <td class="number" data-label="Waiting">${one.pending}</td>
        <td class="number" data-label="Failed">${one.failed} ${one.disabled > 0 ? html`<span class="muted">and ${one.disabled} when it said stop</span>` : ""}</td>
        <td class="number" data-label="Allowance used"><span class=${one.allowance?.warning ? "bad" : ""}>${one.allowance ? `${one.allowance.percent}%` : "–"}</span></td>
        <td>
          ${one.state === "stopped" && this.#mayTell()
            ? this.button("Enable", one.name, () => tell(`router/v1/connectors/${encodeURIComponent(one.name)}/enable`))
            : ""}
          ${TOLD.includes(one.state) && one.failed + one.disabled > 0 && this.#mayTell()
            ? html`${this.opener(one.name, REPLAY, one.name)} ${this.formOf(one.name, REPLAY, (said) => this.#replay(one.name, said))}`
            : ""}
        </td>
      </tr>
    `;
  }

  async #replay(name, said) {
    const { again, left, overtaken, ended } = await tell(`router/v1/connectors/${encodeURIComponent(name)}/replay`, said);
    const not = [overtaken > 0 && `${overtaken} with later news`, ended > 0 && `${ended} of tasks that are over`].filter(Boolean).join(", ");
    this.heard = `${name}: ${again} wait to be sent again${left > 0 ? `, ${left} are left for another time` : ""}${not ? `; not sent: ${not}` : ""}.`;
  }

  #mayTell() {
    return this.may("ops", "admin");
  }
}

customElements.define("pc-connectors", Connectors);
