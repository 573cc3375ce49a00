import { LitElement, css, html } from "lit";

/**
 * Listens to what happens and tells the page with the events `pc-task` and `pc-health`. While it is cut off it says so,
 * and the page is told once when it is back, because something may have been missed.
 */
class Live extends LitElement {
  static properties = { state: { state: true } };

  static styles = css`
    :host { font-size: 0.85rem; color: var(--muted); display: inline-flex; align-items: center; gap: 0.4rem; }
    i { width: 0.6rem; height: 0.6rem; border-radius: 50%; background: var(--fair); }
    .on i { background: var(--good); }
    span { display: inline-flex; align-items: center; gap: 0.4rem; }
  `;

  constructor() {
    super();
    this.state = "connecting";
  }

  connectedCallback() {
    super.connectedCallback();
    this.source = new EventSource("/api/live");
    this.source.onopen = () => {
      const back = this.state === "away";
      this.state = "on";
      if (back) {
        this.#tell("pc-task");
        this.#tell("pc-health");
      }
    };
    this.source.onerror = () => {
      this.state = "away";
      // A refused connection is not tried again by the browser: ask whether the session has ended.
      if (this.source.readyState === EventSource.CLOSED) {
        fetch("/api/me").then((answer) => (answer.status === 401 ? location.assign("/login") : this.#later()), () => this.#later());
      }
    };
    this.source.addEventListener("task", (event) => this.#tell("pc-task", event.data));
    this.source.addEventListener("health", (event) => this.#tell("pc-health", event.data));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.source.close();
  }

  render() {
    const words = { on: "Live", away: "Reconnecting", connecting: "Connecting" };
    return html`<span class=${this.state} role="status"><i aria-hidden="true"></i>${words[this.state]}</span>`;
  }

  #tell(name, data) {
    window.dispatchEvent(new CustomEvent(name, { detail: data ? JSON.parse(data) : undefined }));
  }

  #later() {
    setTimeout(() => {
      this.disconnectedCallback();
      this.connectedCallback();
    }, 5000);
  }
}

customElements.define("pc-live", Live);
