import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, takeBack, tell } from "./api.js";
import { Desk } from "./desk.js";
import { moment, plain, score } from "./words.js";

const SHOWN = 10;
const TONES = { "in-force": "fair" };
const PULSES = { 1: "1: about to be lost", 2: "2", 3: "3", 4: "4", 5: "5: all is well" };
const PULSE = { title: "Pulse", hint: "How good you believe the account to be. It counts for 45 days.", fields: [{ name: "pulse", label: "Pulse", choices: PULSES, required: true }] };

/** What a measure, or the whole score, is to count as. */
const override = (measures) => ({
  title: "Override",
  hint: "It takes the place of the one of the same measure, or of the score, for 30 days unless you say otherwise, 90 at most.",
  fields: [
    { name: "measure", label: "What", choices: { "": "The whole score", ...Object.fromEntries(measures.map((measure) => [measure, plain(measure)])) } },
    { name: "points", label: "Counts as, 0 to 100", type: "number", min: 0, max: 100, required: true },
    { name: "until", label: "Until", type: "datetime-local" },
    { name: "because", label: "Why", required: true },
  ],
});

/** What our own people say of an account's health: overrides, newest first, and the pulse. Csms and leads set and clear. */
class Overrides extends Desk {
  static wakes = ["pc-health"];
  static properties = { ...Desk.properties, accountId: { attribute: false }, measures: { attribute: false }, given: { state: true } };
  static styles = [Desk.shared, css`.surface { border: 0; background: transparent; } ul { margin: 0.4rem 0 0; padding-inline-start: 1.1rem; } p { margin: 0.4rem 0 0; }`];

  read() {
    return ask(`${this.#account()}/overrides`);
  }

  show({ items }) {
    const act = override(this.measures ?? []);
    return html`
      ${this.refused()} ${this.given ? html`<p role="status">${this.given}</p>` : ""}
      ${this.#mayJudge() ? html`<div class="acts">${this.opener("pulse", PULSE)} ${this.opener("override", act)}</div>` : ""}
      ${this.formOf("pulse", PULSE, (said) => this.#pulse(said))} ${this.formOf("override", act, (said) => this.#set(said))}
      <ul>
        ${items.length === 0 ? html`<li class="muted">Nobody overrides anything here.</li>` : ""}
        ${repeat(items.slice(0, SHOWN), (one) => one.overrideId, (one) => html`
          <li>
            <strong>${one.measure ? plain(one.measure) : "score"} ${score(one.points)}</strong> <span class="badge ${TONES[one.state] ?? "muted"}">${plain(one.state)}</span>
            ${one.because ?? html`<span class="muted">(its words were erased)</span>`}
            <span class="muted">${one.author}, ${moment(one.setAt)} until ${moment(one.endedAt ?? one.until)}</span>
            ${one.state === "in-force" && this.#mayJudge()
              ? this.button("Clear", one.measure ?? "score", () => takeBack(`${this.#account()}/overrides/${encodeURIComponent(one.overrideId)}`))
              : ""}
          </li>
        `)}
      </ul>
    `;
  }

  async #pulse({ pulse }) {
    const told = await tell(`${this.#account()}/pulse`, { pulse: Number(pulse) });
    this.given = `The pulse is ${told.pulse} now; the score follows within seconds.`;
  }

  #set({ points, ...said }) {
    return tell(`${this.#account()}/overrides`, { ...said, points: Math.round(Number(points) * 1000) });
  }

  #mayJudge() {
    return this.may("csm", "lead");
  }

  #account() {
    return `health/v1/accounts/${encodeURIComponent(this.accountId)}`;
  }
}

customElements.define("pc-overrides", Overrides);
