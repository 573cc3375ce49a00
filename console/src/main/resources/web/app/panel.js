import { LitElement, css, html } from "lit";
import { Reading } from "./api.js";

/** A part of the page that reads something, shows it, and reads it again when told. */
export class Panel extends LitElement {
  static properties = { content: { state: true }, fault: { state: true } };

  static shared = css`
    :host { display: block; }
    .surface { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); overflow-x: auto; }
    .empty, .fault { margin: 0; padding: 1rem; color: var(--muted); }
    .fault { color: var(--bad); white-space: pre-line; }
    table { border-collapse: collapse; width: 100%; }
    th { text-align: start; font-size: 0.8rem; font-weight: 600; color: var(--muted); white-space: nowrap; }
    th, td { padding: 0.55rem 0.9rem; border-bottom: 1px solid var(--line); vertical-align: top; }
    tr:last-child td, tr:last-child th[scope="row"] { border-bottom: 0; }
    th[scope="row"] { color: var(--ink); font-size: inherit; white-space: normal; }
    .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .whole { white-space: nowrap; }
    .muted { color: var(--muted); }
    .good { color: var(--good); }
    .fair { color: var(--fair); }
    .bad { color: var(--bad); }
    .badge { display: inline-block; padding: 0 0.5rem; border: 1px solid currentColor; border-radius: 999px; font-size: 0.8rem; font-weight: 600; }
    button { font: inherit; font-weight: 600; padding: 0.25rem 0.8rem; border-radius: 8px; cursor: pointer; border: 1px solid var(--accent); background: transparent; color: var(--accent); }
    button:hover:not(:disabled) { background: var(--accent); color: var(--on-accent); }
    button:disabled { opacity: 0.6; cursor: progress; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
    .note { margin: 0; padding: 0.6rem 0.9rem; font-size: 0.85rem; color: var(--muted); border-top: 1px solid var(--line); }
    summary { cursor: pointer; }
    dt { font-weight: 600; }
    .note dl { margin: 0.4rem 0 0; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 0.6rem 0.9rem; border-bottom: 1px solid var(--line); }
    select { font: inherit; padding: 0.25rem 0.5rem; border-radius: 8px; border: 1px solid var(--muted); background: var(--ground); color: var(--ink); }
    .hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
    @media (max-width: 40rem) {
      thead { display: none; }
      table, tbody { display: block; }
      tr { display: grid; gap: 0.1rem 1rem; padding: 0.7rem 0.9rem; border-bottom: 1px solid var(--line); }
      tr:last-child { border-bottom: 0; }
      th, td { padding: 0; border: 0; text-align: start !important; }
      td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); font-size: 0.85rem; }
    }
  `;

  /** Window events after which it is read again. */
  static wakes = [];

  constructor() {
    super();
    this.reading = new Reading(() => this.#read());
    this.wake = () => this.reading.wake();
  }

  connectedCallback() {
    super.connectedCallback();
    this.constructor.wakes.forEach((name) => window.addEventListener(name, this.wake));
    this.refresh = setInterval(this.wake, 60_000);
    this.reading.wake(0);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.constructor.wakes.forEach((name) => window.removeEventListener(name, this.wake));
    clearInterval(this.refresh);
    this.reading.stop();
  }

  render() {
    return html`
      <div class="surface" aria-busy=${this.content || this.fault ? "false" : "true"}>
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : ""}
        ${this.content ? this.show(this.content) : this.fault ? "" : html`<p class="empty">Loading…</p>`}
      </div>
    `;
  }

  async #read() {
    try {
      this.content = await this.read();
      this.fault = undefined;
    } catch (refusal) {
      this.fault = refusal.message;
    }
  }
}
