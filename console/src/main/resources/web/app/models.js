import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Refusal, ask } from "./api.js";
import { Panel } from "./panel.js";
import { moment, number, points } from "./words.js";

/** The models that make the scores: what is in force, what was, and what one in shadow would say. */
class HealthModels extends Panel {
  static properties = { ...Panel.properties, opened: { state: true } };
  static styles = Panel.shared;

  async read() {
    const [{ items }, shadow] = await Promise.all([ask("health/v1/models?limit=20"), ask("health/v1/models/shadow?limit=1").catch(none)]);
    return { items, shadow };
  }

  show({ items, shadow }) {
    return html`
      ${shadow ? inShadow(shadow) : html`<p class="empty">No model is in shadow.</p>`}
      ${items.length === 0 ? html`<p class="empty">No model was brought yet: health-service brings the shipped one when it starts.</p>` : this.#table(items, shadow)}
    `;
  }

  #table(items, shadow) {
    return html`
      <table>
        <caption class="hidden">Models of health, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Version</th><th scope="col">State</th><th scope="col">Last put in force</th><th scope="col">Brought</th><th scope="col"><span class="hidden">Action</span></th>
          </tr>
        </thead>
        <tbody>${repeat(items, (one) => one.hash, (one) => this.#row(one, shadow))}</tbody>
      </table>
    `;
  }

  #row(one, shadow) {
    const open = this.opened === one.hash;
    return html`
      <tr>
        <th scope="row">${one.version} <code class="muted">${one.hash.slice(0, 12)}</code></th>
        <td data-label="State">${state(one, shadow)}</td>
        <td data-label="Last put in force">${one.activatedAt ? moment(one.activatedAt) : html`<span class="muted">never</span>`}</td>
        <td data-label="Brought">${moment(one.createdAt)} <span class="muted">${one.author}: ${one.reason}</span></td>
        <td><button type="button" aria-expanded=${open} @click=${() => (this.opened = open ? undefined : one.hash)}>${open ? "Close" : "Open"}<span class="hidden"> ${one.version}</span></button></td>
      </tr>
      ${open ? html`<tr><td colspan="5"><pc-activations .hash=${one.hash}></pc-activations></td></tr>` : ""}
    `;
  }
}

/** Nothing in shadow is no fault. */
const none = (failure) => {
  if (failure instanceof Refusal && failure.status === 404) return undefined;
  throw failure;
};

const inShadow = ({ shadow, accounts, compared, meanDifference, meanDistance, grades }) => {
  const moved = grades.filter((move) => move.inForce !== move.shadow).reduce((sum, move) => sum + move.accounts, 0);
  return html`
    <p class="empty">
      In shadow since ${moment(shadow.since)}: <strong>${shadow.version}</strong>, by ${shadow.author}: ${shadow.reason}. Compared with the one in force on
      ${number(compared)} of ${number(accounts)} accounts: ${number(moved)} would have another grade${meanDifference == null
        ? "."
        : `; scores differ by ${points(meanDifference)} points on average, ${number(meanDistance / 1000)} without their signs.`}
    </p>
  `;
};

const state = ({ hash, active, activatedAt }, shadow) => {
  if (active) return html`<span class="badge good">in force</span>`;
  if (hash === shadow?.shadow.hash) return html`<span class="badge fair">in shadow</span>`;
  return html`<span class="muted">${activatedAt ? "was in force" : "draft"}</span>`;
};

/** When a model was put in force, by whom and why, the newest first. */
class Activations extends Panel {
  static properties = { ...Panel.properties, hash: { attribute: false } };
  static styles = [Panel.shared, css`.surface { border: 0; background: transparent; } ul { margin: 0; padding-inline-start: 1.1rem; }`];

  read() {
    return ask(`health/v1/models/${encodeURIComponent(this.hash)}`);
  }

  show({ activations, files }) {
    return html`
      <p class="muted">Files: ${Object.keys(files).join(", ")}.</p>
      ${activations.length === 0
        ? html`<p class="muted">It was never in force.</p>`
        : html`<ul>${activations.map((one) => html`<li><span class="muted">${moment(one.at)} ${one.author}</span> ${one.reason}</li>`)}</ul>`}
    `;
  }
}

customElements.define("pc-activations", Activations);
customElements.define("pc-health-models", HealthModels);
