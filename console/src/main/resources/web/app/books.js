import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { day, number, plain } from "./words.js";

const TONES = { above: "bad", unserved: "bad", near: "fair", within: "good", below: "muted" };
const KINDS = { pool: "Pool", nobody: "Nobody's" };

/** Who has which accounts: each person's book and each pool's against its band, the fullest first. */
class Books extends Panel {
  static styles = Panel.shared;

  async read() {
    const [{ items: books }, { items: people }] = await Promise.all([ask("router/v1/coverage"), ask("router/v1/directory")]);
    return { books, names: new Map(people.map((one) => [one.staffId, one.name])) };
  }

  show({ books, names }) {
    if (books.length === 0) {
      return html`<p class="empty">Nobody has a book: no account under contract has a tier with a band in coverage.yaml, or the directory is empty.</p>`;
    }
    const fullest = [...books].sort((a, b) => (b.fill === "unserved") - (a.fill === "unserved") || b.percent - a.percent);
    return html`
      <table>
        <caption class="hidden">Books of accounts, the fullest first</caption>
        <thead>
          <tr><th scope="col">Whose</th><th scope="col">Accounts</th><th scope="col" class="number">People</th><th scope="col" class="number">Of the most</th><th scope="col">Fill</th></tr>
        </thead>
        <tbody>${repeat(fullest, (one) => one.book, (one) => row(one, names))}</tbody>
      </table>
      <p class="note">Accounts under contract as part of the most that the bands of coverage.yaml allow; of several tiers the parts add up.</p>
    `;
  }
}

const row = ({ book, staffId, accounts, people, percent, fill, aboveSince, breached }, names) => html`
  <tr>
    <th scope="row">${whose(book, staffId, names)}</th>
    <td data-label="Accounts">${Object.entries(accounts).map(([tier, count]) => `${number(count)} ${plain(tier)}`).join(", ")}</td>
    <td class="number" data-label="People">${people}</td>
    <td class="number" data-label="Of the most">${fill === "unserved" ? "–" : `${percent}%`}</td>
    <td data-label="Fill">
      <span class="badge ${TONES[fill] ?? ""}">${plain(fill)}</span>
      ${aboveSince ? html`<span class=${breached ? "bad" : "muted"}>since ${day(aboveSince)}${breached ? ", longer than allowed" : ""}</span>` : ""}
    </td>
  </tr>
`;

function whose(book, staffId, names) {
  if (staffId) return html`${names.get(staffId) ?? staffId} <span class="muted">${staffId}</span>`;
  const [kind, tier] = book.split("/");
  return `${KINDS[kind] ?? plain(kind)} ${plain(tier)}`;
}

customElements.define("pc-books", Books);
