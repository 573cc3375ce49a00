import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { day, moment, number, plain } from "./words.js";

/** Our own people: roles, place, what they can do and how much time they have; for those who plan also who is away or leaves. */
class Directory extends Panel {
  static properties = { ...Panel.properties, role: { state: true } };
  static styles = Panel.shared;

  constructor() {
    super();
    this.role = "";
  }

  async read() {
    const [{ items: people }, { items: unmatched }] = await Promise.all([ask("router/v1/directory"), ask("router/v1/directory/unmatched")]);
    return { people, unmatched };
  }

  show({ people, unmatched }) {
    if (people.length === 0) return html`<p class="empty">The directory is empty: directory.yaml names nobody, and nobody was entered over HTTP. Tasks stand before CS Ops.</p>`;
    const roles = [...new Set(people.flatMap(held))].sort();
    const chosen = people.filter((one) => this.role === "" || held(one).includes(this.role));
    return html`
      <div class="bar">
        <label for="role">People who are</label>
        <select id="role" @change=${(event) => (this.role = event.target.value)}>
          <option value="">Anything (${people.length})</option>
          ${roles.map((role) => html`<option value=${role}>${plain(role)}</option>`)}
        </select>
      </div>
      ${chosen.length === 0 ? html`<p class="empty">Nobody is that any more.</p>` : table(chosen, new Map(people.map((one) => [one.staffId, one.name])))}
      ${unmatched.length === 0 ? "" : html`<p class="note">Without an id in a tool in which others have one: ${unmatched.map(({ name, tool }) => `${name} (${tool})`).join(", ")}.</p>`}
    `;
  }
}

/** Every role that somebody holds, held or will hold. */
export const held = ({ roles, roleTerms }) => [...roles, ...roleTerms.map(({ role }) => role)];

function table(people, names) {
  const plans = people.some(({ absences }) => absences);
  return html`
    <table>
      <caption class="hidden">Our own people</caption>
      <thead>
        <tr>
          <th scope="col">Person</th><th scope="col">Roles</th><th scope="col">Place</th><th scope="col">Can do</th><th scope="col" class="number">Hours a week</th>
          ${plans ? html`<th scope="col">Away</th>` : ""}
        </tr>
      </thead>
      <tbody>${repeat(people, (one) => one.staffId, (one) => row(one, names, plans))}</tbody>
    </table>
    ${plans ? "" : html`<p class="note">Who is away or leaves is shown to leads, operations and admins.</p>`}
  `;
}

const row = (one, names, plans) => html`
  <tr>
    <th scope="row">${one.name} <span class="muted">${one.staffId}${one.source === "api" ? ", entered over HTTP" : ""}</span></th>
    <td data-label="Roles">${[...one.roles.map(plain), ...one.roleTerms.map(term)].join(", ")}</td>
    <td data-label="Place">${place(one, names)}</td>
    <td data-label="Can do">${[...one.pools.map((pool) => `pool ${plain(pool)}`), ...one.languages, ...one.skills.map(plain)].join(", ") || html`<span class="muted">–</span>`}</td>
    <td class="number" data-label="Hours a week">${number(one.minutesAWeek / 60)}</td>
    ${plans ? html`<td data-label="Away">${away(one)}</td>` : ""}
  </tr>
`;

/** "csm from 1 Feb 2026 until 30 Jun 2026"; an end that is open is not said. */
const term = ({ role, from, until }) => [plain(role), from && `from ${day(from)}`, until && `until ${day(until)}`].filter(Boolean).join(" ");

const place = ({ team, pod, manager, deputy, calendar }, names) => html`
  ${[team && `team ${team}`, pod && `pod ${pod}`, manager && `under ${names.get(manager) ?? manager}`].filter(Boolean).join(", ")}
  <span class="muted">${[deputy && `deputy ${names.get(deputy) ?? deputy}`, `calendar ${calendar}`].filter(Boolean).join(", ")}</span>
`;

const away = ({ absences = [], leavesAt }) => html`
  ${absences.map(({ from, until }) => (from === until ? day(from) : `${day(from)} to ${day(until)}`)).join("; ")}
  ${leavesAt ? html`<span class="badge bad">leaves ${moment(leavesAt)}</span>` : ""}
`;

customElements.define("pc-directory", Directory);
