import { html } from "lit";
import { actForm, formStyles, said } from "./acts.js";
import { Panel } from "./panel.js";
import { isOneOf } from "./words.js";

/**
 * A part of the page on which people act: one form is open at a time and one act under way; why one was refused stays until the
 * next. After an act it is read again.
 */
export class Desk extends Panel {
  static properties = { ...Panel.properties, roles: {}, form: { state: true }, busy: { state: true }, refusal: { state: true } };

  static shared = [Panel.shared, formStyles];

  may(...wanted) {
    return isOneOf(this.roles, wanted);
  }

  /** Why the last act was refused. */
  refused() {
    return this.refusal ? html`<p class="fault" role="alert">${this.refusal}</p>` : "";
  }

  /** A button that acts at once; `on` says on what, for whoever does not see the row. */
  button(words, on, deed) {
    return html`<button type="button" ?disabled=${this.busy} @click=${() => this.act(deed)}>${words}<span class="hidden"> ${on}</span></button>`;
  }

  /** A button that opens the form of an act, or closes it. */
  opener(key, act, on = "") {
    const open = this.form === key;
    return html`
      <button type="button" aria-expanded=${open} @click=${() => (this.form = open ? undefined : key)}>${act.title}…<span class="hidden"> ${on}</span></button>
    `;
  }

  /** The form of an act where it is open; `deed` gets what it says. */
  formOf(key, act, deed) {
    if (this.form !== key) return "";
    const submit = (event) => {
      event.preventDefault();
      const words = said(event.currentTarget);
      this.act(() => deed(words), key);
    };
    return actForm(act, { busy: this.busy, submit, cancel: () => (this.form = undefined) });
  }

  /** Does something; the form that it was said in, if any, closes, and no other. */
  async act(deed, form) {
    if (this.busy) return;
    this.busy = true;
    this.refusal = undefined;
    try {
      await deed();
      if (form && this.form === form) this.form = undefined;
      this.reading.wake(0);
    } catch (failure) {
      this.refusal = failure.message;
    } finally {
      this.busy = false;
    }
  }
}
