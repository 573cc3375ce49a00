import { LitElement, html, nothing } from "lit";
import "./accounts.js";
import "./books.js";
import "./brake.js";
import "./cohorts.js";
import "./connectors.js";
import "./credit-policies.js";
import "./credits.js";
import "./directory.js";
import "./expansion.js";
import "./funnel.js";
import "./hand-overs.js";
import "./kpis.js";
import "./loss-reasons.js";
import "./losses.js";
import "./meeting.js";
import "./messages.js";
import "./models.js";
import "./plan.js";
import "./programme.js";
import "./reason-lifts.js";
import "./reasons.js";
import "./renewal-models.js";
import "./renewals.js";
import "./retention.js";
import "./saves.js";
import "./score-accuracy.js";
import "./silences.js";
import "./targets.js";
import "./tasks.js";
import "./time-to-value.js";
import "./triage.js";
import "./uncredited.js";
import "./work.js";
import { isOneOf } from "./words.js";

const READ_HAND_OVERS = ["csm", "lead", "ops", "admin"];

const VIEWS = {
  today: {
    title: "Today",
    parts: (roles) => [
      ["Retention ahead", html`<pc-retention></pc-retention>`],
      ["Open tasks", html`<pc-tasks roles=${roles}></pc-tasks>`],
      ...(isOneOf(roles, READ_HAND_OVERS) ? [["Hand-overs of accounts", html`<pc-hand-overs roles=${roles}></pc-hand-overs>`]] : []),
      ["Found by imports", html`<pc-triage roles=${roles}></pc-triage>`],
      ["Accounts", html`<pc-accounts roles=${roles}></pc-accounts>`],
    ],
  },
  forecast: {
    title: "Forecast",
    parts: (roles) => [
      ["Figures that have an owner", html`<pc-kpis></pc-kpis>`],
      ["Coming quarters", html`<pc-retention></pc-retention>`],
      ["Targets", html`<pc-targets roles=${roles}></pc-targets>`],
      ["Growth that targets need", html`<pc-expansion></pc-expansion>`],
      ["Renewals", html`<pc-renewals roles=${roles}></pc-renewals>`],
    ],
  },
  customers: {
    title: "Customers",
    parts: () => [
      ["Where they stand on their way", html`<pc-funnel></pc-funnel>`],
      ["Messages to their people", html`<pc-messages></pc-messages>`],
    ],
  },
  worked: {
    title: "What worked",
    parts: (roles) => [
      ["Plays", html`<pc-programme roles=${roles}></pc-programme>`],
      ["Plays by reason", html`<pc-reason-lifts></pc-reason-lifts>`],
      ["Saves by reason", html`<pc-saves></pc-saves>`],
      ["Losses", html`<pc-losses></pc-losses>`],
      ["Why revenue was lost", html`<pc-loss-reasons></pc-loss-reasons>`],
      ["Customers by when they began", html`<pc-cohorts></pc-cohorts>`],
      ["Time to value", html`<pc-time-to-value></pc-time-to-value>`],
      ["How right the score was", html`<pc-score-accuracy></pc-score-accuracy>`],
    ],
  },
  credit: {
    title: "Credit",
    parts: (roles) => [
      ["Who is credited for what", html`<pc-credits roles=${roles}></pc-credits>`],
      ["Nobody is credited", html`<pc-uncredited></pc-uncredited>`],
      ["Rules of engagement", html`<pc-credit-policies></pc-credit-policies>`],
    ],
  },
  capacity: {
    title: "Capacity",
    parts: () => [
      ["People needed", html`<pc-plan></pc-plan>`],
      ["Who has which accounts", html`<pc-books></pc-books>`],
      ["Our people", html`<pc-directory></pc-directory>`],
      ["What work took", html`<pc-work></pc-work>`],
    ],
  },
  meetings: {
    title: "Meetings",
    parts: (roles) => [["Packet", html`<pc-meeting roles=${roles}></pc-meeting>`]],
  },
  operations: {
    title: "Operations",
    parts: (roles) => [
      ["Volume brake", html`<pc-brake roles=${roles}></pc-brake>`],
      ["Silences", html`<pc-silences roles=${roles}></pc-silences>`],
      ["Tools", html`<pc-connectors roles=${roles}></pc-connectors>`],
      ["How often reasons were right", html`<pc-reasons></pc-reasons>`],
      ["Models of health", html`<pc-health-models roles=${roles}></pc-health-models>`],
      ["Model of renewals", html`<pc-renewal-models></pc-renewal-models>`],
    ],
  },
};

/** The views of the page; the address says which one is shown. Only its parts are in the document. */
class Views extends LitElement {
  static properties = { roles: {}, view: { state: true } };

  constructor() {
    super();
    this.follow = () => (this.view = VIEWS[location.hash.slice(1)] ? location.hash.slice(1) : (this.view ?? "today"));
  }

  /** The page's own styles hold for it. */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("hashchange", this.follow);
    this.follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.follow);
  }

  render() {
    const { title, parts } = VIEWS[this.view];
    return html`
      <nav class="views" aria-label="Views">
        ${Object.entries(VIEWS).map(([key, view]) => html`<a href="#${key}" aria-current=${key === this.view ? "page" : nothing}>${view.title}</a>`)}
      </nav>
      <h1>${title}</h1>
      ${parts(this.roles ?? "").map(([words, part], index) => html`
        <section aria-labelledby="part-${index}">
          <h2 id="part-${index}">${words}</h2>
          ${part}
        </section>
      `)}
    `;
  }

  updated() {
    document.title = `${VIEWS[this.view].title} – Playcaller`;
  }
}

customElements.define("pc-views", Views);
