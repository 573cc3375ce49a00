import { css, html, svg } from "lit";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { money, percent } from "./words.js";

const count = (decided) => (decided ? decided.renewed + decided.lost : 0);

/** What became of the quarter's renewals that are decided, with what was kept of what was due. */
const decided = (those) =>
  count(those) === 0
    ? html`<span class="muted">none</span>`
    : html`${those.renewed} renewed, ${those.lost} lost <span class="muted">(${money(those.kept, true)} of ${money(those.arr, true)} kept)</span>`;

/** GRR and NRR of the coming quarters, each with its interval, its target if there is one, and what it means. */
class Retention extends Panel {
  static wakes = ["pc-health"];

  static styles = [
    Panel.shared,
    css`
      svg { width: 9rem; height: 1.1rem; display: block; overflow: visible; }
      .band { fill: var(--accent); opacity: 0.25; }
      .mark { fill: var(--accent); }
      .axis { stroke: var(--line); }
    `,
  ];

  read() {
    return ask("forecast/v1/portfolio?quarters=4");
  }

  show({ definitions, items }) {
    const due = items.filter((figure) => figure.renewalsDue > 0 || count(figure.decided) > 0);
    if (due.length === 0) {
      return html`<p class="empty">No renewals are due in the next four quarters.</p>`;
    }
    return html`
      <table>
        <caption class="hidden">Gross and net revenue retention of the coming quarters</caption>
        <thead>
          <tr>
            <th scope="col">Quarter</th>
            <th scope="col" class="number">Renewals</th>
            <th scope="col" class="number">ARR due</th>
            <th scope="col">Decided</th>
            <th scope="col">GRR</th>
            <th scope="col">NRR</th>
            <th scope="col" class="number">At risk or lost, by the model</th>
          </tr>
        </thead>
        <tbody>${due.map((figure) => this.#row(figure))}</tbody>
      </table>
      <p class="note">
        Share of ${definitions.base}, with growth in NRR; what is decided counts as it became. Shown: expected value and ${percent(definitions.level)} interval. Grain
        ${definitions.grain}; currencies ${definitions.currencyRule.replaceAll("-", " ")}; renewals past their day
        ${definitions.pastDue}; all by the model ${definitions.modelVersion} alone: what people judged stands with each renewal.
      </p>
    `;
  }

  #row(figure) {
    const endangered = figure.byCategory
      .filter((part) => part.category === "at-risk" || part.category === "lost")
      .reduce((sum, part) => sum + part.arr.minor, 0);
    return html`
      <tr>
        <th scope="row"><span class="whole">${figure.quarter}</span> <span class="muted">${figure.currency}</span></th>
        <td class="number" data-label="Renewals">${figure.renewalsDue}</td>
        <td class="number" data-label="ARR due">${money(figure.arrDue, true)}</td>
        <td data-label="Decided">${decided(figure.decided)}</td>
        <td data-label="GRR">${this.#range(figure.grr, 1)} ${this.#target(figure.target?.grr, figure.target?.grrReached)}</td>
        <td data-label="NRR">${this.#range(figure.nrr, 1.25)} ${this.#target(figure.target?.nrr, figure.target?.nrrReached)}</td>
        <td class="number" data-label="At risk or lost, by the model">${money({ minor: endangered, currency: figure.currency }, true)}</td>
      </tr>
    `;
  }

  /** What was aimed at, and how probable it is to get there or beyond. */
  #target(share, reached) {
    return share == null ? "" : html`<span class="muted">target ${percent(share)}, reached with ${percent(reached)}</span>`;
  }

  #range({ low, median, high, mean }, top) {
    const x = (share) => Math.max(0, Math.min(100, ((share - 0.5) / (top - 0.5)) * 100));
    return html`
      <span title="median ${percent(median)}">${percent(mean)} <span class="muted">(${percent(low)} to ${percent(high)})</span></span>
      ${svg`<svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <line class="axis" x1="0" x2="100" y1="6" y2="6"></line>
        <rect class="band" x=${x(low)} y="2" width=${Math.max(1, x(high) - x(low))} height="8"></rect>
        <rect class="mark" x=${Math.max(0, x(mean) - 0.7)} y="0" width="1.4" height="12"></rect>
      </svg>`}
    `;
  }
}

customElements.define("pc-retention", Retention);
