import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, takeBack, tell } from "./api.js";
import { Desk } from "./desk.js";
import "./model.js";
import { moment, number, points, score } from "./words.js";

const MODELS = "health/v1/models";
const BECAUSE = [{ name: "reason", label: "Why", required: true }];
const ROLL_BACK = { title: "Roll back", hint: "Puts in force again what was before; twice is where it began.", fields: BECAUSE };
const ACTIVATE = { title: "Put in force", hint: "All accounts are scored by it within minutes. It opens no task, and going back restores the scores.", fields: BECAUSE };
const SHADOW = { title: "Put in shadow", hint: "From here on it scores who moves, beside the one in force; nobody is told. It takes the place of one that is in shadow.", fields: BECAUSE };
const END = { title: "End shadow", hint: "Its scores are gone then.", fields: BECAUSE };

/**
 * The models that make the scores: what is in force, what was, and what one in shadow would say. A row opens to the files, from which
 * leads, operations and admins draft another; they put it in shadow and in force, and go back.
 */
class HealthModels extends Desk {
  static wakes = ["pc-models"];
  static properties = { ...Desk.properties, opened: { state: true } };
  static styles = Desk.shared;

  async read() {
    const [{ items }, compared] = await Promise.all([ask(`${MODELS}?limit=20`), ask(`${MODELS}/shadow?limit=5`)]);
    return { items, compared };
  }

  show({ items, compared }) {
    return html`
      ${this.refused()} ${this.#bar(items)}
      ${compared.shadow ? inShadow(compared) : html`<p class="empty">No model is in shadow.</p>`}
      ${items.length === 0 ? html`<p class="empty">No model was brought yet: health-service brings the shipped one when it starts.</p>` : this.#table(items, compared.shadow)}
    `;
  }

  #bar(items) {
    if (!this.#mayChange() || items.length === 0) return "";
    return html`<div class="bar">${this.opener("back", ROLL_BACK)} ${this.formOf("back", ROLL_BACK, (said) => tell(`${MODELS}/rollback`, said))}</div>`;
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
        <td>
          <button type="button" aria-expanded=${open} @click=${() => (this.opened = open ? undefined : one.hash)}>${open ? "Close" : "Open"}<span class="hidden"> ${one.version}</span></button>
          ${this.#deeds(one, shadow).map(([act, deed]) => html`${this.opener(`${act.title} ${one.hash}`, act, one.version)} ${this.formOf(`${act.title} ${one.hash}`, act, deed)}`)}
        </td>
      </tr>
      ${open ? html`<tr><td colspan="5"><pc-health-model .hash=${one.hash} roles=${this.roles ?? ""}></pc-health-model></td></tr>` : ""}
    `;
  }

  /** What may be done with a model, each act with how it is told. */
  #deeds({ hash, active }, shadow) {
    if (active || !this.#mayChange()) return [];
    const path = `${MODELS}/${encodeURIComponent(hash)}`;
    return [
      hash === shadow?.hash ? [END, ({ reason }) => takeBack(`${MODELS}/shadow?${new URLSearchParams({ reason })}`)] : [SHADOW, (said) => tell(`${path}/shadow`, said)],
      [ACTIVATE, (said) => tell(`${path}/activate`, said)],
    ];
  }

  #mayChange() {
    return this.may("lead", "ops", "admin");
  }
}

const inShadow = ({ shadow, accounts, compared, meanDifference, meanDistance, grades, differ }) => {
  const moved = grades.filter((move) => move.inForce !== move.shadow).reduce((sum, move) => sum + move.accounts, 0);
  return html`
    <p class="empty">
      In shadow since ${moment(shadow.since)}: <strong>${shadow.version}</strong>, by ${shadow.author}: ${shadow.reason}. Compared with the one in force on
      ${number(compared)} of ${number(accounts)} accounts: ${number(moved)} would have another grade${meanDifference == null
        ? "."
        : `; scores differ by ${points(meanDifference)} points on average, ${number(meanDistance / 1000)} without their signs.`}
      ${differ.items.length === 0 ? "" : `The furthest apart: ${differ.items.map(apart).join("; ")}.`}
    </p>
  `;
};

/** "Acme 81 (A), in shadow 48 (D)". */
const apart = (one) => `${one.name ?? one.accountId} ${score(one.score)} (${one.grade}), in shadow ${score(one.shadowScore)} (${one.shadowGrade})`;

const state = ({ hash, active, activatedAt }, shadow) => {
  if (active) return html`<span class="badge good">in force</span>`;
  if (hash === shadow?.hash) return html`<span class="badge fair">in shadow</span>`;
  return html`<span class="muted">${activatedAt ? "was in force" : "draft"}</span>`;
};

customElements.define("pc-health-models", HealthModels);
