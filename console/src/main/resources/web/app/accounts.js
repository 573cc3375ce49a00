import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "./api.js";
import "./overrides.js";
import { Panel } from "./panel.js";
import "./renewals.js";
import { moment, money, percent, points, reason, score } from "./words.js";

const PAGE = 25;
const WEEK_MS = 7 * 86_400_000;
const AT_ONCE = 4;
const GRAVITY = { critical: 3, high: 2, medium: 1, low: 0 };
const TONES = { A: "good", B: "good", C: "fair", D: "bad", E: "bad" };
const WHY = { collecting: "collecting", "no-inputs": "no inputs yet", quarantined: "in quarantine" };
const ORDERS = { score: "Worst score first", "-score": "Best score first", "-arr": "Most ARR first" };

/**
 * Accounts with score, grade, trend of the week, ARR and the gravest open reason; those without a score come last. A row
 * opens to what its score is made of and why it moved last.
 */
class Accounts extends Panel {
  static wakes = ["pc-health"];
  static properties = { ...Panel.properties, roles: {}, order: { state: true }, trends: { state: true }, opened: { state: true } };

  static styles = [
    Panel.shared,
    css`
      .why { display: grid; gap: 0.6rem; }
      .why ul { margin: 0; padding-inline-start: 1.1rem; }
    `,
  ];

  constructor() {
    super();
    this.order = "score";
    this.trends = new Map();
    this.opened = new Map();
  }

  async read() {
    const [accounts, totals, signals] = await Promise.all([
      ask(`health/v1/accounts?limit=${PAGE}&sort=${encodeURIComponent(this.order)}`),
      ask("health/v1/accounts/totals"),
      ask("health/v1/signals?state=open&limit=500"),
    ]);
    this.#readTrends(accounts.items);
    return { ...accounts, all: totals.all, reasons: gravest(signals.items) };
  }

  show({ items, next, all, reasons }) {
    return html`
      <div class="bar">
        <label for="order">Order</label>
        <select id="order" @change=${this.#reorder}>
          ${Object.entries(ORDERS).map(([key, words]) => html`<option value=${key} ?selected=${key === this.order}>${words}</option>`)}
        </select>
        <span class="muted">${next ? `first ${items.length} of ` : ""}${all.accounts} accounts ${all.arr.map((sum) => money(sum, true)).join(" + ")}</span>
      </div>
      ${items.length === 0 ? html`<p class="empty">There is no account yet.</p>` : this.#table(items, reasons)}
    `;
  }

  #table(items, reasons) {
    return html`
      <table>
        <caption class="hidden">Accounts and their health</caption>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" class="number">Score</th>
            <th scope="col">Grade</th>
            <th scope="col" class="number">7 days</th>
            <th scope="col" class="number">ARR</th>
            <th scope="col">Top reason</th>
          </tr>
        </thead>
        <tbody>${repeat(items, (account) => account.accountId, (account) => this.#row(account, reasons.get(account.accountId)))}</tbody>
      </table>
    `;
  }

  #row(account, signal) {
    return html`
      <tr>
        <th scope="row">
          ${account.name ?? account.accountId} <span class="muted">${account.segment ?? ""}</span>
          ${account.noScore ? "" : html`<button aria-expanded=${this.opened.has(account.accountId)} @click=${() => this.#open(account.accountId)}>Why</button>`}
        </th>
        <td class="number" data-label="Score">${account.noScore ? html`<span class="muted">–</span>` : score(account.score)}</td>
        <td data-label="Grade">${this.#grade(account)}</td>
        <td class="number" data-label="7 days">${this.#trend(account)}</td>
        <td class="number" data-label="ARR">${money(account.arr, true)}</td>
        <td data-label="Top reason">${signal ? html`<span title=${signal.sentence}>${reason(signal.reason)}</span>` : html`<span class="muted">–</span>`}</td>
      </tr>
      ${this.opened.has(account.accountId) ? html`<tr><td colspan="6">${this.#why(account.accountId, this.opened.get(account.accountId))}</td></tr>` : ""}
    `;
  }

  /** Of the newest score its dimensions, what moved it: by how much, the sentence, and the fact; the products that are used; and what people say. */
  #why(accountId, health) {
    if (!health) return html`<span class="muted">Loading…</span>`;
    if (health.message) return html`<span class="fault" role="alert">${health.message}</span>`;
    const moved = [...(health.contributions ?? [])].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    return html`
      <div class="why">
        <div>
          ${(health.dimensions ?? []).map((part) => html`
            <span class="badge">${part.dimension} ${part.score == null ? points(part.points) : `${score(part.score)} × ${percent(part.weight / 1e6)}`}</span>
          `)}
        </div>
        <div class="muted">Moved ${moment(health.at)}${health.previousScore == null ? "" : `, from ${score(health.previousScore)} to ${score(health.score)}`}</div>
        <ul>
          ${moved.map((part) => html`
            <li>
              <span class=${part.points < 0 ? "bad" : "good"}>${points(part.points)}</span>
              ${part.measure ?? part.dimension}${part.before && part.after ? ` ${score(part.before.points)} → ${score(part.after.points)}` : ""}:
              ${part.sentence ?? reason(part.cause)}
              ${part.evidence ? html`<span class="muted" title=${part.evidence.source}>fact ${part.evidence.id}</span>` : ""}
            </li>
          `)}
        </ul>
        ${this.#products(health)} ${this.#said(accountId, health)}
        <section>
          <div class="muted">Renewals</div>
          <pc-renewals account=${accountId} roles=${this.roles ?? ""}></pc-renewals>
        </section>
      </div>
    `;
  }

  /** Each product that is told apart: its score, when it was used last, and a sentence per measure. */
  #products(health) {
    if (!health.products) return "";
    return html`
      <div class="muted">Products${health.moreProducts ? `, and about ${health.moreProducts} more` : ""}</div>
      <ul>
        ${health.products.map((product) => html`
          <li>
            ${product.productId}
            ${product.grade ? html`<span class="badge ${TONES[product.grade] ?? ""}">${product.grade}</span> ${score(product.score)}` : html`<span class="muted">–</span>`}:
            ${product.measures.map((measure) => measure.sentence).join("; ")}
            <span class="muted">last used ${product.lastUsedOn}</span>
          </li>
        `)}
      </ul>
    `;
  }

  /** What people say: the pulse that counts, what the score would be without overrides, and the overrides. */
  #said(accountId, { computed, measures = [] }) {
    const pulse = measures.find((one) => one.measure === "csm-pulse" && one.points != null);
    return html`
      <section>
        <div class="muted">
          What our people say. ${pulse ? pulse.sentence : "No pulse counts"}${computed == null ? "" : `; without overrides the score would be ${score(computed)}`}
        </div>
        <pc-overrides .accountId=${accountId} .measures=${measures.map((one) => one.measure)} roles=${this.roles ?? ""}></pc-overrides>
      </section>
    `;
  }

  /** Opens or closes a row; what it shows is read anew each time. */
  async #open(id) {
    const opened = new Map(this.opened);
    if (opened.delete(id)) {
      this.opened = opened;
      return;
    }
    this.opened = opened.set(id, undefined);
    const health = await ask(`health/v1/accounts/${encodeURIComponent(id)}/health`).catch((refusal) => ({ message: refusal.message }));
    if (this.opened.has(id)) this.opened = new Map(this.opened).set(id, health);
  }

  /** The grade; without one why there is none, and of one whose facts wait that it grows old. */
  #grade(account) {
    if (account.noScore) return html`<span class="muted">${WHY[account.noScore] ?? account.noScore}</span>`;
    return html`
      <span class="badge ${TONES[account.grade] ?? ""}">${account.grade}</span>
      ${account.quarantined ? html`<span class="muted">in quarantine</span>` : ""}
    `;
  }

  #trend(account) {
    if (account.noScore) return "";
    const before = this.trends.get(account.accountId);
    if (before === undefined) return "";
    if (before === null) return html`<span class="muted">new</span>`;
    const points = Math.floor(account.score / 1000) - Math.floor(before / 1000);
    if (points === 0) return html`<span class="muted">0</span>`;
    return points > 0 ? html`<span class="good">▲ ${points}</span>` : html`<span class="bad">▼ ${-points}</span>`;
  }

  #reorder(event) {
    this.order = event.target.value;
    this.reading.wake(0);
  }

  /** Where each account stood a week ago: a few at once, and shown as they come. */
  async #readTrends(accounts) {
    const to = new Date(Date.now() - WEEK_MS).toISOString();
    const waiting = accounts.filter((account) => !account.noScore && !this.trends.has(account.accountId));
    const next = async () => {
      for (let account = waiting.shift(); account; account = waiting.shift()) {
        const id = encodeURIComponent(account.accountId);
        const { items } = await ask(`health/v1/accounts/${id}/history?to=${to}&limit=1`).catch(() => ({ items: [] }));
        this.trends = new Map(this.trends).set(account.accountId, items[0]?.score ?? null);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }
}

/** Of each account the gravest open signal; risks before everything else. */
function gravest(signals) {
  const byAccount = new Map();
  const weight = (signal) => (signal.kind === "risk" ? 10 : 0) + (GRAVITY[signal.severity] ?? 1);
  for (const signal of signals) {
    const known = byAccount.get(signal.accountId);
    if (!known || weight(signal) > weight(known)) byAccount.set(signal.accountId, signal);
  }
  return byAccount;
}

customElements.define("pc-accounts", Accounts);
