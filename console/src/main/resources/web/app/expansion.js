import { html } from "lit";
import { ask } from "./api.js";
import { meanings, named } from "./figures.js";
import { Panel } from "./panel.js";
import { money, percent, plain } from "./words.js";

/** Whether the growth that NRR targets of the coming quarters need is in sight. */
class Expansion extends Panel {
  static styles = Panel.shared;

  async read() {
    const { items } = await ask("forecast/v1/targets");
    const segments = items.some(({ segment, nrr }) => segment !== "all" && nrr != null);
    const [whole, sliced] = await Promise.all([coverage("none"), segments ? coverage("segment") : undefined]);
    return { ...whole, items: [...whole.items, ...(sliced?.items ?? [])].filter(({ target }) => target) };
  }

  show({ definitions, items, undated }) {
    if (items.length === 0) return html`<p class="empty">No NRR is aimed at in this quarter or the next three. Operations and admins set targets.</p>`;
    const { needed, won, pipeline, expected, work, byPipeline, byForecast, elsewhere, blank } = definitions;
    return html`
      <table>
        <caption class="hidden">Growth that targets need, and how much of it is in sight</caption>
        <thead>
          <tr>
            <th scope="col">Quarter</th><th scope="col" class="number">${named("Needed", needed)}</th><th scope="col" class="number">${named("Won", won)}</th>
            <th scope="col" class="number">${named("Pipeline", pipeline)}</th><th scope="col" class="number">${named("Covered by it", byPipeline)}</th>
            <th scope="col" class="number">${named("Expected", expected)}</th><th scope="col" class="number">${named("Covered by it", byForecast)}</th>
            <th scope="col" class="number">${named("Customers", work)}</th>
          </tr>
        </thead>
        <tbody>${items.map(row)}</tbody>
      </table>
      ${undated.map(({ opportunities, arr }) => html`<p class="note">${opportunities} opportunities of ${money(arr, true)} say no day, and are in no quarter.</p>`)}
      ${meanings({ Needed: needed, Won: won, Pipeline: pipeline, "Covered by the pipeline": byPipeline, Expected: expected, "Covered by what is expected": byForecast, Customers: work, "In no pipeline": elsewhere, "No coverage": blank })}
    `;
  }
}

const coverage = (by) => ask(`forecast/v1/expansion-coverage?quarters=4&by=${by}`);

const row = ({ quarter, group, currency, won, pipeline, expected, work, target }) => html`
  <tr>
    <th scope="row"><span class="whole">${quarter}</span> <span class="muted">${group === "all" ? "" : plain(group)} ${currency}, NRR ${percent(target.nrr)}</span></th>
    <td class="number" data-label="Needed">${target.needed.minor === 0 ? html`<span class="muted">none</span>` : money(target.needed, true)}</td>
    <td class="number" data-label="Won">${money(won, true)}</td>
    <td class="number" data-label="Pipeline">${money(pipeline.arr, true)} <span class="muted">${pipeline.opportunities}</span></td>
    <td class="number" data-label="Covered by the pipeline">${share(target.byPipeline)}</td>
    <td class="number" data-label="Expected">${money(expected, true)}</td>
    <td class="number" data-label="Covered by what is expected">${share(target.byForecast)}</td>
    <td class="number" data-label="Customers">${work.signals} <span class="muted">ready, ${work.plays} worked on</span></td>
  </tr>
`;

const share = (covered) => (covered == null ? "–" : percent(covered));

customElements.define("pc-expansion", Expansion);
