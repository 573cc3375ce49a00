import { LitElement, css, html } from "lit";
import { actForm, formStyles, said } from "./acts.js";
import { tell } from "./api.js";
import { meanings } from "./figures.js";
import { Panel } from "./panel.js";
import { CATEGORIES, money, number, percent, percentPoints, plain } from "./words.js";

const PLAY = [
  { name: "play", label: "A play works where it is open", holder: "usage-drop" },
  { name: "lift", label: "It adds to the probability of renewal, in percentage points; left empty: what was measured", type: "number", min: -100, max: 100, step: "any" },
];

const whatIf = (count) => ({
  title: "What if",
  hint: "The coming four quarters as they would be. Nothing is stored.",
  fields: [...(count === 0 ? [] : [{ name: "become", label: `The ${count} chosen are`, choices: { lost: "Lost", ...CATEGORIES } }]), ...PLAY],
});

/**
 * What the coming quarters keep if the renewals that are chosen are lost or called otherwise, or if a play works; tells the event
 * `none` to choose anew.
 */
class Scenario extends LitElement {
  static properties = { chosen: { attribute: false }, open: { state: true }, busy: { state: true }, fault: { state: true }, answer: { state: true } };
  static styles = [Panel.shared, formStyles, css`form { margin: 0.6rem 0.9rem; }`];

  constructor() {
    super();
    this.chosen = new Map();
  }

  render() {
    const { size } = this.chosen;
    return html`
      <div class="bar">
        <button type="button" aria-expanded=${Boolean(this.open)} @click=${() => (this.open = !this.open)}>What if…</button>
        ${size === 0
          ? html`<span class="muted">Choose renewals below that may be lost, or name a play.</span>`
          : html`<span class="muted">${size} chosen: ${[...this.chosen.values()].join(", ")}</span> <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("none"))}>Choose none</button>`}
      </div>
      ${this.open ? this.#form(size) : ""} ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : ""} ${this.answer ? beside(this.answer) : ""}
    `;
  }

  #form(size) {
    const submit = (event) => {
      event.preventDefault();
      this.#ask(said(event.currentTarget));
    };
    const cancel = () => (this.open = false);
    return actForm(whatIf(size), { busy: this.busy, submit, cancel });
  }

  async #ask(words) {
    if (this.busy) return;
    this.busy = true;
    this.fault = this.answer = undefined;
    try {
      if (this.chosen.size === 0 && !words.play) throw new Error("Choose renewals in the table, or name a play.");
      this.answer = await tell("forecast/v1/portfolio/scenarios", scenario([...this.chosen.keys()], words));
    } catch (failure) {
      this.fault = failure.message;
    } finally {
      this.busy = false;
    }
  }
}

const scenario = (contracts, { become, play, lift }) => ({
  ...(become === "lost" && { lose: contracts }),
  ...(become && become !== "lost" && { categories: Object.fromEntries(contracts.map((contract) => [contract, become])) }),
  ...(play && { plays: { [play]: lift === undefined ? null : Math.round(Number(lift) * 10_000) / 1e6 } }),
});

const beside = ({ definitions, assumed, lifts, lost, recategorised, helped, base, scenario, difference }) => html`
  <div role="status">
    <p class="empty">${assumption({ lost, recategorised, helped, lifts })}.</p>
    <table>
      <caption class="hidden">The coming quarters as forecast and in the scenario</caption>
      <thead>
        <tr><th scope="col">Quarter</th><th scope="col" class="number">Kept without growth</th><th scope="col">GRR</th><th scope="col">NRR</th></tr>
      </thead>
      <tbody>${base.map((was, at) => (was.renewalsDue === 0 ? "" : row(was, scenario[at], difference[at])))}</tbody>
    </table>
    ${meanings({ Shares: `of ${definitions.base}: what is expected, and the ${percent(definitions.level)} interval of the scenario`, Assumed: assumed.join("; ") })}
  </div>
`;

/** "3 renewals lost; usage drop adds 5 pp (measured) to 12 renewals". */
function assumption({ lost, recategorised, helped, lifts }) {
  const plays = Object.entries(lifts).map(([play, { points, from }]) => `${plain(play)} adds ${percentPoints(points * 1e6)} (${from})`);
  return [
    lost > 0 && `${number(lost)} ${lost === 1 ? "renewal" : "renewals"} lost`,
    recategorised > 0 && `${number(recategorised)} called otherwise`,
    plays.length > 0 && `${plays.join(", ")}, on ${number(helped)} renewals`,
  ].filter(Boolean).join("; ");
}

const row = (was, is, by) => html`
  <tr>
    <th scope="row"><span class="whole">${was.quarter}</span> <span class="muted">${was.currency}</span></th>
    <td class="number" data-label="Kept without growth">${money(was.expected, true)} to ${money(is.expected, true)} <span class=${tone(by.expected.minor)}>${signed(by.expected)}</span></td>
    <td data-label="GRR">${moved(was.grr, is.grr, by.grr)}</td>
    <td data-label="NRR">${moved(was.nrr, is.nrr, by.nrr)}</td>
  </tr>
`;

const moved = (was, is, by) => html`
  ${percent(was.mean)} to ${percent(is.mean)} <span class=${tone(by)}>${percentPoints(by * 1e6)}</span> <span class="muted">(${percent(is.low)} to ${percent(is.high)})</span>
`;

const tone = (change) => (change < 0 ? "bad" : change > 0 ? "good" : "muted");

const signed = (amount) => `${amount.minor > 0 ? "+" : ""}${money(amount, true)}`;

customElements.define("pc-scenario", Scenario);
