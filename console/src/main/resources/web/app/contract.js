import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, takeBack, tell } from "./api.js";
import { Desk } from "./desk.js";
import { CATEGORIES, STAGES, minor, moment, money, percent, percentPoints, plain } from "./words.js";

const BECAUSE = { name: "because", label: "Why", required: true };

const judgement = (currency) => ({
  title: "Judge",
  hint: "Beside the model's forecast, in the place of your role's last judgement. Say at least one of the first three.",
  fields: [
    { name: "category", label: "Category", choices: { "": "As it is", ...CATEGORIES } },
    { name: "renews", label: "Renews with a probability of, in %", type: "number", min: 0, max: 100, step: "any" },
    { name: "amount", label: `Keeps, in ${currency} a year`, type: "number", min: 0, step: "any" },
    { name: "days", label: "Counts for so many days", type: "number", min: 1 },
    BECAUSE,
  ],
});

const MOVE = {
  title: "Move",
  hint: "Forward needs what the stages ask for that are left; a lead may go on without.",
  fields: [
    { name: "stage", label: "To stage", choices: STAGES, required: true },
    { name: "confirms", label: "What has been done, in words of the process, apart by blanks", holder: "proposal-sent" },
    BECAUSE,
  ],
};

/** A contract: its forecast with what drives it, the stage of its renewal, and what people think of it. Csms and leads judge and move. */
class Contract extends Desk {
  static wakes = ["pc-health"];
  static properties = { ...Desk.properties, contractId: { attribute: false } };

  static styles = [
    Desk.shared,
    css`
      .surface { border: 0; background: transparent; }
      .contract { display: grid; gap: 0.9rem; }
      h3 { margin: 0 0 0.25rem; font-size: 0.9rem; }
      p, ul { margin: 0; }
      ul { padding-inline-start: 1.1rem; }
    `,
  ];

  async read() {
    const [{ forecast }, stage, judgements] = await Promise.all(["forecast", "stage", "judgements"].map((part) => ask(`${this.#path()}/${part}`)));
    return { forecast, stage, judgements: judgements.items };
  }

  show({ forecast, stage, judgements }) {
    return html`<div class="contract">${this.refused()} ${this.#forecast(forecast)} ${this.#stage(stage)} ${this.#judgements(judgements, forecast.arr.currency)}</div>`;
  }

  #forecast({ renews, retained, arr, drivers, modelVersion }) {
    const kept = (minor) => money({ minor, currency: arr.currency }, true);
    return html`
      <section>
        <h3>Forecast</h3>
        <p>
          Renews with ${percent(renews / 1e6)}; keeps ${kept(retained.median)} of ${money(arr, true)}
          <span class="muted">(${kept(retained.low)} to ${kept(retained.high)}, 90% interval; model ${modelVersion})</span>
        </p>
        <ul>
          ${drivers.map((one) => html`<li><span class=${one.points < 0 ? "bad" : "good"}>${percentPoints(one.points)}</span> ${one.sentence}</li>`)}
        </ul>
      </section>
    `;
  }

  #stage({ stage, ownerRole, missing, history }) {
    return html`
      <section>
        <h3>Stage</h3>
        <p><strong>${STAGES[stage] ?? stage}</strong> <span class="muted">work of the ${plain(ownerRole)}</span> ${missing.length === 0 ? "" : html`<span class="bad">To go on: ${missing.join("; ")}.</span>`}</p>
        <ul>
          ${history.map((move) => html`
            <li>
              <span class="muted">${moment(move.at)} ${move.author}</span> ${STAGES[move.stage] ?? move.stage}: ${move.because}
              ${move.despite.length === 0 ? "" : html`<span class="bad">despite: ${move.despite.join("; ")}</span>`}
            </li>
          `)}
        </ul>
        ${this.#mayJudge() ? this.opener("move", MOVE) : ""} ${this.formOf("move", MOVE, (said) => this.#move(said))}
      </section>
    `;
  }

  #judgements(items, currency) {
    const act = judgement(currency);
    return html`
      <section>
        <h3>Judgements</h3>
        <ul>
          ${items.length === 0 ? html`<li class="muted">Nobody judged it yet.</li>` : ""}
          ${repeat(items, (one) => one.judgementId, (one) => html`
            <li>
              <strong>${one.role}</strong> ${call(one, currency)}: ${one.because}
              <span class="muted">${one.author}, ${moment(one.at)}; ${one.withdrawnAt ? `taken back ${moment(one.withdrawnAt)}` : `until ${moment(one.expiresAt)}`}</span>
              ${one.withdrawnAt || !this.#mayJudge()
                ? ""
                : this.button("Take back", `${one.role} ${one.because}`, () => takeBack(`${this.#path()}/judgements/${encodeURIComponent(one.judgementId)}`))}
            </li>
          `)}
        </ul>
        ${this.#mayJudge() ? this.opener("judge", act) : ""} ${this.formOf("judge", act, (said) => this.#judge(said, currency))}
      </section>
    `;
  }

  #judge({ renews, amount, days, ...said }, currency) {
    return tell(`${this.#path()}/judgements`, {
      ...said,
      ...(renews && { renews: Math.round(Number(renews) * 10_000) }),
      ...(amount && { amountMinor: minor(amount, currency) }),
      ...(days && { days: Number(days) }),
    });
  }

  #move({ confirms = "", ...said }) {
    return tell(`${this.#path()}/stage`, { ...said, confirms: confirms.split(/[\s,]+/).filter(Boolean) });
  }

  #mayJudge() {
    return this.may("csm", "lead");
  }

  #path() {
    return `forecast/v1/contracts/${encodeURIComponent(this.contractId)}`;
  }
}

/** "at risk, 40.0%, €12K", whatever of it was said. */
export function call({ category, renews, amountMinor }, currency) {
  const parts = [category && (CATEGORIES[category] ?? category), renews != null && percent(renews / 1e6), amountMinor != null && money({ minor: amountMinor, currency }, true)];
  return parts.filter(Boolean).join(", ");
}

customElements.define("pc-contract", Contract);
