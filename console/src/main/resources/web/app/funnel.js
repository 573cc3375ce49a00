import { html } from "lit";
import { ask } from "./api.js";
import { meanings, named } from "./figures.js";
import { Panel } from "./panel.js";
import { moment, money, number, plain, reason } from "./words.js";

const BEYOND = "accounts that have been in the stage for longer than its target days in profile.yaml";
const STALLED = "of these, accounts so far beyond that the stage counts as stalled";

/** Where customers stand on their way: accounts and ARR in each stage, by the milestone that they wait for. */
class Funnel extends Panel {
  static wakes = ["pc-health"];
  static styles = Panel.shared;

  read() {
    return ask("health/v1/funnel");
  }

  show({ at, steps }) {
    if (!steps.some((step) => step.accounts > 0)) {
      return html`<p class="empty">No account has a stage yet. Stages follow from contracts and milestones: send those of your accounts.</p>`;
    }
    return html`
      <table>
        <caption class="hidden">Accounts by stage and by the milestone that they wait for</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th><th scope="col">Waits for</th><th scope="col" class="number">Accounts</th><th scope="col" class="number">ARR</th>
            <th scope="col" class="number">Days waited</th><th scope="col" class="number">${named("Beyond target", BEYOND)}</th><th scope="col" class="number">${named("Stalled", STALLED)}</th>
          </tr>
        </thead>
        <tbody>${steps.map(row)}</tbody>
      </table>
      <p class="note">
        ${at ? `As of ${moment(at)}. ` : ""}Days since the stage began or the milestone before was reached: half of the accounts, and nine of ten, have
        waited no longer. Currencies are not added.
      </p>
      ${meanings({ "Beyond target": BEYOND, Stalled: STALLED })}
    `;
  }
}

const row = ({ stage, owner, waitsFor, accounts, arr, waiting, beyondTarget, stalled, stallReason }) => html`
  <tr>
    <th scope="row">${plain(stage)} <span class="muted">${plain(owner)}</span></th>
    <td data-label="Waits for">${waitsFor ? plain(waitsFor) : html`<span class="muted">nothing</span>`}</td>
    <td class="number" data-label="Accounts">${number(accounts)}</td>
    <td class="number" data-label="ARR">${arr.length === 0 ? "–" : arr.map((amount) => money(amount, true)).join(", ")}</td>
    <td class="number" data-label="Days waited">${accounts === 0 ? "–" : `${number(waiting.median)}, ${number(waiting.p90)}`}</td>
    <td class="number" data-label="Beyond target">${beyondTarget > 0 ? html`<span class="fair">${number(beyondTarget)}</span>` : "0"}</td>
    <td class="number" data-label="Stalled">${stalled > 0 ? html`<span class="bad" title=${stallReason ? reason(stallReason) : ""}>${number(stalled)}</span>` : "0"}</td>
  </tr>
`;

customElements.define("pc-funnel", Funnel);
