import { html } from "lit";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { moment } from "./words.js";

/** The model that forecasts renewals: what is in force and who chose it, and how the last attempts to learn a better one went. */
class RenewalModels extends Panel {
  static styles = Panel.shared;

  read() {
    return ask("forecast/v1/models?limit=10");
  }

  show({ inForce, prior, choices, attempts }) {
    return html`
      <p class="empty">
        In force: <strong>${inForce}</strong>${inForce === prior ? ", the prior, which was learnt from nobody's contracts" : ""}.
        ${choices.length === 0 ? "No other was ever chosen." : ""}
      </p>
      ${choices.length === 0 ? "" : chosen(choices)}
      ${attempts.length === 0 ? html`<p class="empty">No attempt to learn a better one was made yet; one is made every week by default.</p>` : tried(attempts)}
    `;
  }
}

const chosen = (choices) => html`
  <table>
    <caption class="hidden">What was put in force, the newest first</caption>
    <thead><tr><th scope="col">Version</th><th scope="col">In force since</th><th scope="col">By</th><th scope="col">Why</th></tr></thead>
    <tbody>
      ${choices.map((one) => html`
        <tr>
          <th scope="row">${one.version}</th>
          <td data-label="In force since">${moment(one.since)}</td>
          <td data-label="By">${one.author}</td>
          <td data-label="Why">${one.reason}</td>
        </tr>
      `)}
    </tbody>
  </table>
`;

const result = ({ made, data }) =>
  made ? html`<span class="good">made ${made}</span>` : html`<span class="muted">${data ? "nothing was better" : "nothing had ended to learn from"}</span>`;

const level = ({ drifting }) => (drifting == null ? html`<span class="muted">too little ended to say</span>` : drifting ? html`<span class="bad">drifts</span>` : "holds");

const tried = (attempts) => html`
  <table>
    <caption class="hidden">Attempts at a better model, the newest first</caption>
    <thead><tr><th scope="col">Tried</th><th scope="col">Against</th><th scope="col">What came of it</th><th scope="col">Level of the one in force</th></tr></thead>
    <tbody>
      ${attempts.map((one) => html`
        <tr>
          <th scope="row">${moment(one.at)}</th>
          <td data-label="Against">${one.inForce}</td>
          <td data-label="What came of it">${result(one)}</td>
          <td data-label="Level">${level(one)}</td>
        </tr>
      `)}
    </tbody>
  </table>
`;

customElements.define("pc-renewal-models", RenewalModels);
