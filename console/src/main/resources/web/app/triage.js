import { css, html } from "lit";
import { ask, tell } from "./api.js";
import { Panel } from "./panel.js";
import { precision, precisions } from "./precision.js";
import { isOneOf, money } from "./words.js";

const LEADS = ["lead"];
const MOST = 500;

/** What an import found bad, by value at risk; a lead releases the most valuable as work. */
class Triage extends Panel {
  static properties = { ...Panel.properties, roles: {}, busy: { state: true }, released: { state: true } };

  static styles = [
    Panel.shared,
    css`
      input { font: inherit; width: 5rem; padding: 0.25rem 0.5rem; border-radius: 8px; border: 1px solid var(--muted); background: var(--ground); color: var(--ink); }
      .why { display: block; font-size: 0.9rem; font-weight: 400; color: var(--muted); max-width: 60ch; }
    `,
  ];

  async read() {
    const [waiting, reasons] = await Promise.all([ask("router/v1/triage?limit=25"), precisions()]);
    return { ...waiting, reasons };
  }

  show({ items, next, reasons }) {
    return html`
      ${this.released ? html`<p class="empty" role="status">${this.released}</p>` : ""}
      ${items.length === 0 ? html`<p class="empty">Nothing waits: no import found anything that is not looked at.</p>` : this.#table(items, next, reasons)}
    `;
  }

  #table(items, next, reasons) {
    return html`
      ${isOneOf(this.roles, LEADS)
        ? html`
            <form class="bar" @submit=${this.#release}>
              <label for="top">Release the most valuable</label>
              <input id="top" name="top" type="number" min="1" max=${MOST} value="10" required>
              <button type="submit" ?disabled=${this.busy}>Release as work</button>
            </form>
          `
        : ""}
      <table>
        <caption class="hidden">Signals that an import found, the most value at risk first</caption>
        <thead>
          <tr><th scope="col">Account</th><th scope="col">Severity</th><th scope="col" class="number">At risk</th></tr>
        </thead>
        <tbody>
          ${items.map((one) => html`
            <tr>
              <th scope="row">
                ${one.accountName ?? one.accountId}
                <span class="why">${one.sentence} <code>${one.reason}</code> ${precision(reasons.get(one.reason))}</span>
              </th>
              <td data-label="Severity"><span class="badge">${one.severity}</span></td>
              <td class="number" data-label="At risk">${money(one.valueAtRisk, true)}</td>
            </tr>
          `)}
        </tbody>
      </table>
      ${next ? html`<p class="empty">These have the most value at risk; more wait.</p>` : ""}
    `;
  }

  async #release(event) {
    event.preventDefault();
    this.busy = true;
    try {
      const top = Number(new FormData(event.currentTarget).get("top"));
      const { items } = await tell("router/v1/triage/release", { top });
      const tasks = items.filter((one) => one.became === "task").length;
      this.released = `Released ${items.length}: ${tasks} became tasks; the others joined one or were stopped, their paths say why.`;
      this.fault = undefined;
      this.reading.wake(0);
    } catch (refusal) {
      this.fault = refusal.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("pc-triage", Triage);
