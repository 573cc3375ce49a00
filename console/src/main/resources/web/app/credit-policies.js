import { html } from "lit";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { day, plain } from "./words.js";

/** The rules of engagement in every version that ever held, the newest first. */
class CreditPolicies extends Panel {
  static styles = Panel.shared;

  async read() {
    const { items } = await ask("forecast/v1/credits/policies");
    return [...items].sort((one, other) => other.from.localeCompare(one.from));
  }

  show(policies) {
    if (policies.length === 0) return html`<p class="empty">No rules of engagement were read yet: renewal-forecast reads credit.yaml when it starts.</p>`;
    return html`
      <table>
        <caption class="hidden">Rules of engagement, the newest version first</caption>
        <thead>
          <tr>
            <th scope="col">Version</th><th scope="col">Movement</th><th scope="col">Where nothing is registered</th>
            <th scope="col">May be registered</th><th scope="col">On top</th><th scope="col" class="number">At most</th>
          </tr>
        </thead>
        <tbody>${policies.map((policy) => Object.entries(policy.rules).sort().map(([kind, rule]) => row(policy, kind, rule)))}</tbody>
      </table>
      <p class="note">A version divides the movements from its day on, until a later one does. A kind of movement that it does not name is credited to nobody.</p>
    `;
  }
}

const row = ({ version, from }, kind, { usual, splits, overlay, total }) => html`
  <tr>
    <th scope="row">${version} <span class="muted">from ${day(from)}</span></th>
    <td data-label="Movement">${plain(kind)}</td>
    <td data-label="Where nothing is registered">${parts(usual)}</td>
    <td data-label="May be registered">${splits.length === 0 ? html`<span class="muted">nothing else</span>` : splits.map(parts).join("; ")}</td>
    <td data-label="On top">${overlay.roles.length === 0 ? html`<span class="muted">–</span>` : `${overlay.roles.map(plain).join(", ")}: ${overlay.atLeast}% to ${overlay.atMost}%`}</td>
    <td class="number" data-label="At most">${total}%</td>
  </tr>
`;

/** "account manager 70%, csm 30%". */
const parts = (percents) => Object.entries(percents).sort(([, one], [, other]) => other - one).map(([role, percent]) => `${plain(role)} ${percent}%`).join(", ");

customElements.define("pc-credit-policies", CreditPolicies);
