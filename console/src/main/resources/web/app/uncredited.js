import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "./api.js";
import { Panel } from "./panel.js";

/** Movements of revenue that nobody can be credited for, by contract, each with why. */
class Uncredited extends Panel {
  static styles = Panel.shared;

  read() {
    return ask("forecast/v1/credits/unassigned?limit=100");
  }

  show({ items, next }) {
    if (items.length === 0) return html`<p class="empty">Whatever moved is credited to somebody.</p>`;
    return html`
      <table>
        <caption class="hidden">Movements that nobody is credited for, by contract</caption>
        <thead><tr><th scope="col">Contract</th><th scope="col">What is missing</th></tr></thead>
        <tbody>
          ${repeat(items, (one) => one.contractId, ({ contractId, movements }) => html`
            <tr>
              <th scope="row">${contractId}</th>
              <td data-label="What is missing">${movements.join("; ")}</td>
            </tr>
          `)}
        </tbody>
      </table>
      ${next ? html`<p class="note">The first ${items.length} by their contract; there are more.</p>` : ""}
    `;
  }
}

customElements.define("pc-uncredited", Uncredited);
