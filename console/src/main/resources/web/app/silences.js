import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, takeBack, tell } from "./api.js";
import { Desk } from "./desk.js";
import { moment, plain } from "./words.js";

const SILENCE = {
  title: "Silence",
  hint: "Signals that come from now on make no work, for at most 90 days. Open tasks stay as they are.",
  fields: [
    {
      name: "trait",
      label: "Signals by",
      choices: { account: "Account", segment: "Segment", tier: "Tier", reason: "Reason", family: "Family of reasons", kind: "Kind", play: "Play", severity: "Severity" },
      required: true,
    },
    { name: "words", label: "Which, apart by commas", required: true, holder: "acme, usage.drop" },
    { name: "until", label: "Until", type: "datetime-local", required: true },
    { name: "because", label: "Why", required: true },
    { name: "critical", label: "What is critical", choices: { "": "Passes", yes: "Is silenced, too" } },
  ],
};

/** What is said to make no work for a while, and until when. */
class Silences extends Desk {
  static styles = Desk.shared;

  read() {
    return ask("router/v1/silences?limit=100");
  }

  show({ items }) {
    return html`
      ${this.refused()}
      ${this.may("lead", "ops", "admin") ? html`<div class="bar">${this.opener("silence", SILENCE)} ${this.formOf("silence", SILENCE, silence)}</div>` : ""}
      ${items.length === 0 ? html`<p class="empty">Nothing is silenced.</p>` : this.#table(items)}
    `;
  }

  #table(items) {
    return html`
      <table>
        <caption class="hidden">Silences that hold or are to come</caption>
        <thead>
          <tr><th scope="col">Signals</th><th scope="col">Until</th><th scope="col">Why</th><th scope="col"><span class="hidden">Action</span></th></tr>
        </thead>
        <tbody>
          ${repeat(items, (one) => one.silenceId, (one) => html`
            <tr>
              <th scope="row">${words(one)} ${one.alsoCritical ? html`<span class="badge bad">also critical</span>` : ""}</th>
              <td data-label="Until">${one.state === "to-come" ? `${moment(one.from)} to ` : ""}${moment(one.until)}</td>
              <td data-label="Why">${one.because} <span class="muted">${one.author}</span></td>
              <td>
                ${this.may("lead", "ops", "admin")
                  ? this.button("Withdraw", words(one), () => takeBack(`router/v1/silences/${encodeURIComponent(one.silenceId)}`))
                  : ""}
              </td>
            </tr>
          `)}
        </tbody>
      </table>
    `;
  }
}

/** "account acme or globex, not severity high". */
function words({ match, not }) {
  const side = (traits, before) => Object.entries(traits).map(([trait, values]) => `${before}${plain(trait)} ${values.join(" or ")}`);
  return [...side(match, ""), ...side(not, "not ")].join(", ");
}

const silence = ({ trait, words, until, because, critical }) =>
  tell("router/v1/silences", {
    match: { [trait]: words.split(",").map((word) => word.trim()).filter(Boolean) },
    until,
    because,
    alsoCritical: critical === "yes",
  });

customElements.define("pc-silences", Silences);
