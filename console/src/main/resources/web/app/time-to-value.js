import { html } from "lit";
import { dear } from "./dear.js";
import { meanings } from "./figures.js";
import { Panel } from "./panel.js";
import { yearUntil } from "./saves.js";
import { day, number, plain } from "./words.js";

/** After how many days customers of the last year had first value, by segment; who has not arrived counts as waiting. */
class TimeToValue extends Panel {
  static styles = Panel.shared;

  async read() {
    const { until } = await dear("forecast/v1/kpis");
    return dear(`forecast/v1/time-to-value?${yearUntil(until)}&as-of=${until}`);
  }

  show({ definitions, items }) {
    const { milestone, from, until, asOf, grain, days, method } = definitions;
    if (items.every(({ n }) => n === 0)) return html`<p class="empty">Nobody became a customer between ${day(from)} and ${day(until)}.</p>`;
    return html`
      <table>
        <caption class="hidden">Days to ${plain(milestone)} by segment</caption>
        <thead>
          <tr>
            <th scope="col">Segment</th><th scope="col" class="number">A quarter within</th><th scope="col" class="number">Half within</th>
            <th scope="col" class="number">Three quarters within</th><th scope="col" class="number">Arrived</th>
          </tr>
        </thead>
        <tbody>${items.filter(({ n }) => n > 0).map(row)}</tbody>
      </table>
      <p class="note">Days to ${plain(milestone)} of who became a customer from ${day(from)} to ${day(until)}, as of ${day(asOf)}.</p>
      ${meanings({ Days: days, Method: method, Grain: grain })}
    `;
  }
}

const row = ({ segment, n, arrived, quarter, median, threeQuarters }) => html`
  <tr>
    <th scope="row">${segment ? plain(segment) : "All together"}</th>
    <td class="number" data-label="A quarter within">${reached(quarter)}</td>
    <td class="number" data-label="Half within">${reached(median)}</td>
    <td class="number" data-label="Three quarters within">${reached(threeQuarters)}</td>
    <td class="number" data-label="Arrived">${number(arrived)} of ${number(n)}</td>
  </tr>
`;

/** An end of the interval that has not come is open. */
const reached = ({ value, low, high }) =>
  value == null ? html`<span class="muted">not yet</span>` : html`${value} days <span class="muted">(${low ?? "…"} to ${high ?? "…"})</span>`;

customElements.define("pc-time-to-value", TimeToValue);
