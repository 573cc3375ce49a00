import { css, html } from "lit";
import { ask, tell } from "./api.js";
import { Desk } from "./desk.js";
import { moment } from "./words.js";

const MOST = 200_000;

/** A file of a model as it is to be. */
const change = (name, text) => ({
  title: `Draft with another ${name}`,
  hint: "The other files stay as they are here. It is checked and stored, and scores nobody before it is put in shadow or in force. Give it a name of its own under “model” in scorecards.yaml.",
  fields: [
    { name: "content", label: name, long: true, rows: 24, most: MOST, value: text, required: true },
    { name: "reason", label: "Why", required: true },
  ],
});

/** A model: its files, when it was put in force, by whom and why. Leads, operations and admins draft another from it, and tell the window's event `pc-models`. */
class Model extends Desk {
  static properties = { ...Desk.properties, hash: { attribute: false }, heard: { state: true } };
  static styles = [
    Desk.shared,
    css`
      .surface { border: 0; background: transparent; }
      form { max-width: none; }
      pre, [name="content"] { font: 0.85rem/1.45 ui-monospace, monospace; white-space: pre; overflow-x: auto; }
      pre { max-height: 24rem; margin: 0.4rem 0; }
      ul { margin: 0.4rem 0 0; padding-inline-start: 1.1rem; }
    `,
  ];

  read() {
    return ask(`health/v1/models/${encodeURIComponent(this.hash)}`);
  }

  show({ activations, files }) {
    return html`
      ${this.refused()} ${this.heard ? html`<p role="status">${this.heard}</p>` : ""}
      ${Object.entries(files).map(([name, text]) => this.#file(name, text, files))}
      ${activations.length === 0
        ? html`<p class="muted">It was never in force.</p>`
        : html`<ul>${activations.map((one) => html`<li><span class="muted">${moment(one.at)} ${one.author}</span> ${one.reason}</li>`)}</ul>`}
    `;
  }

  #file(name, text, files) {
    const act = change(name, text);
    return html`
      <details>
        <summary>${name}</summary>
        <pre tabindex="0">${text}</pre>
      </details>
      ${this.may("lead", "ops", "admin") ? this.opener(name, act) : ""} ${this.formOf(name, act, (said) => this.#draft(files, name, said))}
    `;
  }

  /** Browsers may end lines in their own way, which would be another model. */
  async #draft(files, name, { content, reason }) {
    const { hash, version } = await tell("health/v1/models", { files: { ...files, [name]: content.replaceAll("\r\n", "\n") }, reason });
    this.heard = hash === this.hash ? "It says the same as this one: nothing was stored." : `Draft ${version} ${hash.slice(0, 12)} is stored.`;
    window.dispatchEvent(new CustomEvent("pc-models"));
  }
}

customElements.define("pc-health-model", Model);
