import { html } from "lit";
import { dear } from "./dear.js";
import { figure, meanings, named } from "./figures.js";
import { Panel } from "./panel.js";
import { day, money, reason } from "./words.js";

/** Save rates by reason of the year that ends where the figures with an owner end. */
class Saves extends Panel {
  static styles = Panel.shared;

  async read() {
    return dear(`forecast/v1/saves?${yearUntil((await dear("forecast/v1/kpis")).until)}`);
  }

  show({ definitions, items }) {
    const { from, until, atRisk, saved, rate, interval, grain } = definitions;
    if (items.length === 0) {
      return html`<p class="empty">Of ${day(from)} to ${day(until)} no contract that was at risk came to its renewal or end.</p>`;
    }
    const means = `${rate}. Saved: ${saved}.`;
    return html`
      <table>
        <caption class="hidden">Save rate by reason, ${day(from)} to ${day(until)}</caption>
        <thead>
          <tr>
            <th scope="col">Reason</th><th scope="col">${named("Saved of contracts", means)}</th><th scope="col">${named("Saved of ARR", means)}</th>
            <th scope="col" class="number">Of accounts</th>
            <th scope="col" class="number">Saved</th><th scope="col" class="number">Contracted</th><th scope="col" class="number">Lost</th><th scope="col" class="number">ARR lost</th>
          </tr>
        </thead>
        <tbody>${items.map(row)}</tbody>
      </table>
      <p class="note">${day(from)} to ${day(until)}, the last day not included.</p>
      ${meanings({ Rate: rate, "At risk": atRisk, Saved: saved, Interval: interval, Grain: grain })}
    `;
  }
}

const row = ({ reason: code, currency, saved, contracted, lost, byCount, byAmount }) => html`
  <tr>
    <th scope="row">${code ? reason(code) : "All together"} <span class="muted">${code ?? ""} ${currency}</span></th>
    <td data-label="Saved of contracts">${figure(byCount, "share")}</td>
    <td data-label="Saved of ARR">${figure(byAmount, "share")}</td>
    <td class="number" data-label="Of accounts">${byCount.n}</td>
    <td class="number" data-label="Saved">${saved.contracts}</td>
    <td class="number" data-label="Contracted">${contracted.contracts}</td>
    <td class="number" data-label="Lost">${lost.contracts}</td>
    <td class="number" data-label="ARR lost">${money(lost.arr, true)}</td>
  </tr>
`;

/** The year before a day, as questions name it. */
export function yearUntil(until) {
  const from = new Date(`${until}T00:00:00Z`);
  from.setUTCFullYear(from.getUTCFullYear() - 1);
  return new URLSearchParams({ from: from.toISOString().slice(0, 10), until });
}

customElements.define("pc-saves", Saves);
