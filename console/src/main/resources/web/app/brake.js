import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask, tell } from "./api.js";
import { Desk } from "./desk.js";
import { moment, plain, reason } from "./words.js";

const BECAUSE = { name: "because", label: "Why", required: true };
const DEEDS = {
  release: { title: "Release", hint: "Routes what is held as it stands now, the most valuable first, 1,000 at a time.", fields: [BECAUSE] },
  discard: { title: "Discard", hint: "Nothing is done about what is held, 1,000 at a time.", fields: [BECAUSE] },
};

/** What the volume brake holds, by play, and what most of it shares; leads and CS Ops say what becomes of it. */
class Brake extends Desk {
  static properties = { ...Desk.properties, heard: { state: true } };
  static styles = Desk.shared;

  read() {
    return ask("router/v1/brake");
  }

  show({ total, plays }) {
    const holding = plays.filter((play) => play.held > 0);
    return html`
      ${this.refused()} ${this.heard ? html`<p class="empty" role="status">${this.heard}</p>` : ""}
      <p class="empty">${holding.length === 0 ? "Nothing is held. " : ""}${total.begun} of at most ${total.limit} runs began within the hour.</p>
      ${holding.length === 0 ? "" : this.#table(holding)}
    `;
  }

  #table(plays) {
    return html`
      <table>
        <caption class="hidden">Plays of which something is held</caption>
        <thead>
          <tr><th scope="col">Play</th><th scope="col" class="number">Held</th><th scope="col">Since</th><th scope="col" class="number">Begun of</th><th scope="col"><span class="hidden">Action</span></th></tr>
        </thead>
        <tbody>${repeat(plays, (play) => play.play, (play) => this.#row(play))}</tbody>
      </table>
    `;
  }

  #row({ play, held, since, begun, limit, causes }) {
    const deeds = this.may("lead", "ops") ? Object.entries(DEEDS) : [];
    return html`
      <tr>
        <th scope="row">${plain(play)} <span class="muted">${causes.map((cause) => `${cause.count} of ${cause.what} ${reason(cause.value)}`).join(", ")}</span></th>
        <td class="number" data-label="Held">${held}</td>
        <td data-label="Since">${since ? moment(since) : "–"}</td>
        <td class="number" data-label="Begun of">${begun} of ${limit}</td>
        <td>
          <div class="acts">${deeds.map(([deed, act]) => this.opener(`${deed} ${play}`, act, plain(play)))}</div>
          ${deeds.map(([deed, act]) => this.formOf(`${deed} ${play}`, act, (said) => this.#say(play, deed, said)))}
        </td>
      </tr>
    `;
  }

  async #say(play, deed, said) {
    const { count, became, held } = await tell(`router/v1/brake/${encodeURIComponent(play)}/${deed}`, said);
    const parts = Object.entries(became).map(([what, of]) => `${of} ${reason(what)}`);
    this.heard = `${plain(play)}: ${count} looked at${parts.length === 0 ? "" : `, ${parts.join(", ")}`}; ${held} held still.`;
  }
}

customElements.define("pc-brake", Brake);
