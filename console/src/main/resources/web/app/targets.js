import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, set } from "./api.js";
import { Desk } from "./desk.js";
import { moment, percent, plain } from "./words.js";

const AHEAD = "forecast/v1/portfolio?quarters=4";
const ALL = "all";
const SET = {
  title: "Set a target",
  hint: "Shares of the ARR that is due in the quarter, in the place of what was aimed at there; one that is left empty is aimed at no more.",
  fields: [
    { name: "quarter", label: "Quarter", required: true, holder: "2026-Q4" },
    { name: "segment", label: "Segment, or all", required: true, holder: ALL },
    { name: "currency", label: "Currency", required: true, holder: "EUR" },
    { name: "grr", label: "GRR, in %", type: "number", min: 0, max: 100, step: "any" },
    { name: "nrr", label: "NRR, in %", type: "number", min: 0, max: 1000, step: "any" },
  ],
};

/** What quarters shall keep, and how probable that is; operations and admins set it. */
class Targets extends Desk {
  static styles = Desk.shared;

  async read() {
    const [{ items: targets }, whole] = await Promise.all([ask("forecast/v1/targets"), ask(AHEAD)]);
    const segments = targets.some(({ segment }) => segment !== ALL) ? (await ask(`${AHEAD}&by=segment`)).items : [];
    return { targets, figures: [...whole.items, ...segments] };
  }

  show({ targets, figures }) {
    return html`
      ${this.refused()}
      ${this.#maySet() ? html`<div class="bar">${this.opener("set", SET)} ${this.formOf("set", SET, target)}</div>` : ""}
      ${targets.length === 0 ? html`<p class="empty">No quarter has a target. Operations and admins set them.</p>` : this.#table(targets, figures)}
    `;
  }

  #table(targets, figures) {
    return html`
      <table>
        <caption class="hidden">Targets by quarter, segment and currency, and how probable they are</caption>
        <thead>
          <tr><th scope="col">Quarter</th><th scope="col">Of</th><th scope="col">GRR</th><th scope="col">NRR</th><th scope="col">Set</th><th scope="col"><span class="hidden">Action</span></th></tr>
        </thead>
        <tbody>${repeat(targets, path, (one) => this.#row(one, figures.find((figure) => isOf(figure, one))))}</tbody>
      </table>
      <p class="note">Share of the ARR that is due in the quarter. How probable it is to get there or beyond is forecast for this quarter and the next three.</p>
    `;
  }

  #row(one, figure) {
    const of = one.segment === ALL ? "All" : plain(one.segment);
    return html`
      <tr>
        <th scope="row"><span class="whole">${one.quarter}</span></th>
        <td data-label="Of">${of} <span class="muted">${one.currency}</span></td>
        <td data-label="GRR">${aim(one.grr, figure?.target?.grrReached, figure?.grr)}</td>
        <td data-label="NRR">${aim(one.nrr, figure?.target?.nrrReached, figure?.nrr)}</td>
        <td data-label="Set">${moment(one.at)} <span class="muted">${one.author}${one.version > 1 ? `, version ${one.version}` : ""}</span></td>
        <td>${this.#maySet() ? this.button("Take back", `${one.quarter} ${of} ${one.currency}`, () => set(path(one), {})) : ""}</td>
      </tr>
    `;
  }

  #maySet() {
    return this.may("ops", "admin");
  }
}

const isOf = (figure, { quarter, segment, currency }) => figure.quarter === quarter && figure.group === segment && figure.currency === currency;

const aim = (share, reached, expected) => {
  if (share == null) return html`<span class="muted">–</span>`;
  return html`${percent(share)} <span class="muted">${reached == null ? "not forecast" : `reached with ${percent(reached)}; expected ${percent(expected.mean)}`}</span>`;
};

const path = ({ quarter, segment, currency }) => `forecast/v1/targets/${[quarter, segment, currency].map(encodeURIComponent).join("/")}`;

const target = ({ grr, nrr, ...of }) => set(path(of), { ...(grr && { grr: share(grr) }), ...(nrr && { nrr: share(nrr) }) });

/** Percent as a fraction of one, of as many digits as the service keeps. */
const share = (percents) => Math.round(Number(percents) * 10_000) / 1e6;

customElements.define("pc-targets", Targets);
