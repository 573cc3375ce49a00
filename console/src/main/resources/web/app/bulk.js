import { LitElement, css, html } from "lit";
import { ACTS, Teller, actForm, formStyles, said } from "./acts.js";
import { Panel } from "./panel.js";

/** One act on all tasks that are chosen; says what became of them and tells the event `done`. */
class Bulk extends LitElement {
  static properties = {
    chosen: { attribute: false },
    act: { state: true },
    busy: { state: true },
    fault: { state: true },
    became: { state: true },
  };

  static styles = [Panel.shared, formStyles, css`:host { padding: 0.6rem 0.9rem; border-bottom: 1px solid var(--line); } p { margin: 0.4rem 0 0; }`];

  constructor() {
    super();
    this.chosen = new Set();
    this.teller = new Teller();
  }

  render() {
    return html`
      <div class="acts">
        <span class="muted">${this.chosen.size} chosen</span>
        <button type="button" ?disabled=${this.#stands()} @click=${() => this.#tell("acknowledge", {})}>Acknowledge</button>
        ${Object.entries(ACTS).filter(([, act]) => !act.alone).map(([name, act]) => html`
          <button type="button" ?disabled=${this.#stands()} aria-expanded=${this.act === name} @click=${() => (this.act = this.act === name ? undefined : name)}>${act.title}…</button>
        `)}
      </div>
      ${this.act
        ? actForm(ACTS[this.act], {
            busy: this.#stands(),
            submit: (event) => {
              event.preventDefault();
              this.#tell(this.act, said(event.currentTarget));
            },
            cancel: () => (this.act = undefined),
          })
        : ""}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : ""}
      ${this.became ? html`<p role="status">${this.became}</p>` : ""}
    `;
  }

  #stands() {
    return this.busy || this.chosen.size === 0;
  }

  async #tell(act, body) {
    if (this.#stands()) return;
    this.busy = true;
    this.fault = this.became = undefined;
    try {
      const { items } = await this.teller.tell("router/v1/tasks/bulk", { act, taskIds: [...this.chosen], ...body });
      this.became = words(items);
      this.act = undefined;
      this.dispatchEvent(new CustomEvent("done"));
    } catch (failure) {
      this.fault = failure.message;
    } finally {
      this.busy = false;
    }
  }
}

/** "2 done, 1 refused", and of those that were refused why, each reason once. */
function words(items) {
  const counts = ["done", "unchanged", "refused"].map((became) => [became, items.filter((one) => one.became === became).length]);
  const why = new Set(items.flatMap((one) => (one.problem ? [one.problem.detail] : [])));
  return [counts.filter(([, count]) => count > 0).map(([became, count]) => `${count} ${became}`).join(", "), ...why].join(". ");
}

customElements.define("pc-bulk", Bulk);
