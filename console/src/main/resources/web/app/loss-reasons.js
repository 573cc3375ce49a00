import { html } from "lit";
import { dear } from "./dear.js";
import { meanings, named } from "./figures.js";
import { Panel } from "./panel.js";
import { yearUntil } from "./saves.js";
import { money, percent, reason } from "./words.js";

/** For which reasons GRR of the last year is not one: by what was given as the cause, and by the risks that were open before. */
class LossReasons extends Panel {
  static styles = Panel.shared;

  async read() {
    return dear(`forecast/v1/losses/reasons?${yearUntil((await dear("forecast/v1/kpis")).until)}`);
  }

  show({ definitions, wholes, items }) {
    if (items.length === 0) return html`<p class="empty">Of the revenue at the start of the last year nothing was lost.</p>`;
    const { lost, cause, risk, division, none, grain } = definitions;
    return html`
      <table>
        <caption class="hidden">What GRR lost in the last year, by reason</caption>
        <thead>
          <tr><th scope="col">Reason</th><th scope="col" class="number">${named("As its cause", cause)}</th><th scope="col" class="number">${named("As a risk before", risk)}</th></tr>
        </thead>
        <tbody>${wholes.map(({ lost: { currency } }) => reasons(items, currency).map((code) => row(code, currency, items)))}</tbody>
      </table>
      ${wholes.map(whole)} ${meanings({ Lost: lost, Cause: cause, Risk: risk, Division: division, "No reason": none, Grain: grain })}
    `;
  }
}

const of = (items, by, code, currency) => items.find((item) => item.by === by && item.reason === code && item.lost.currency === currency);

/** The reasons of a currency, those that cost most first. */
function reasons(items, currency) {
  const most = new Map();
  for (const { reason: code, lost } of items.filter((item) => item.lost.currency === currency)) {
    most.set(code, Math.max(lost.minor, most.get(code) ?? 0));
  }
  return [...most.keys()].sort((a, b) => most.get(b) - most.get(a));
}

const row = (code, currency, items) => html`
  <tr>
    <th scope="row">${code === "none" ? "No reason known" : reason(code)} <span class="muted">${currency}</span></th>
    <td class="number" data-label="As its cause">${part(of(items, "cause", code, currency))}</td>
    <td class="number" data-label="As a risk before">${part(of(items, "risk", code, currency))}</td>
  </tr>
`;

const part = (item) => (item ? html`${percent(item.share)} <span class="muted">${money(item.lost, true)}</span>` : "–");

const whole = ({ start, lost, grr, closedGrr }) => html`
  <p class="note">
    ${start.currency}: ${money(lost, true)} of ${money(start, true)} lost; GRR ${grr == null ? "–" : percent(grr)}${closedGrr == null || closedGrr === grr ? "" : `, ${percent(closedGrr)} as it was closed`}.
    Each column sums to it.
  </p>
`;

customElements.define("pc-loss-reasons", LossReasons);
