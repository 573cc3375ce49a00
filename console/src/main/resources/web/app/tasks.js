import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Teller } from "./acts.js";
import { ask } from "./api.js";
import "./bulk.js";
import { Panel } from "./panel.js";
import { precision, precisions } from "./precision.js";
import "./task.js";
import { CLOCKS, isOneOf, moment, money, reason, span } from "./words.js";

const FIRST = 10;
const WORKERS = ["csm", "lead", "ops"];
const WHOSE = { me: "Mine", team: "My team's", "": "Everybody's", none: "Nobody's" };
const VIEWS = {
  now: { words: "To do now", asks: { snoozed: "no" } },
  late: { words: "Late", asks: { late: "yes" } },
  snoozed: { words: "Snoozed", asks: { snoozed: "yes" } },
};

/** Open tasks by value at risk, each with the clock that runs out first; a row opens to the task, whole. */
class Tasks extends Panel {
  static wakes = ["pc-task"];
  static properties = {
    ...Panel.properties,
    roles: {},
    busy: { state: true },
    refusal: { state: true },
    shown: { state: true },
    opened: { state: true },
    chosen: { state: true },
    whose: { state: true },
    view: { state: true },
  };

  static styles = [
    Panel.shared,
    css`
      .why { display: block; font-size: 0.9rem; font-weight: 400; color: var(--muted); max-width: 60ch; }
      .critical, .high { color: var(--bad); }
      .medium { color: var(--fair); }
      .low { color: var(--muted); }
      .more { margin: 0; padding: 0.6rem 0.9rem; color: var(--muted); border-top: 1px solid var(--line); }
      .due, .acts { white-space: nowrap; }
    `,
  ];

  constructor() {
    super();
    this.shown = FIRST;
    this.view = "now";
    this.chosen = new Set();
    this.teller = new Teller();
  }

  /** Before anybody chose: one's own, else one's team's, else everybody's, whichever is the first that is not empty. */
  async read() {
    const starts = [isOneOf(this.roles, ["csm"]) && "me", isOneOf(this.roles, ["lead"]) && "team", ""].filter((whose) => whose !== false);
    const lists = this.whose === undefined ? starts : [this.whose];
    for (const whose of lists) {
      const [tasks, reasons] = await Promise.all([ask(`router/v1/tasks?${this.#question(whose)}`), precisions()]);
      if (tasks.items.length === 0 && whose !== lists.at(-1)) continue;
      this.whose ??= whose;
      this.#keepChosen(tasks.items);
      return { ...tasks, reasons };
    }
  }

  #question(whose) {
    const asked = new URLSearchParams({ state: "open", limit: 100, ...VIEWS[this.view].asks });
    if (whose === "team") asked.set("team", "me");
    else if (whose) asked.set("assignee", whose);
    return asked;
  }

  show({ items, next, reasons }) {
    return html`
      ${this.refusal ? html`<p class="fault" role="alert">${this.refusal}</p>` : ""}
      <div class="bar">
        <label for="whose">Whose</label>
        <select id="whose" @change=${(event) => this.#ask({ whose: event.target.value })}>
          ${Object.entries(WHOSE).map(([key, words]) => html`<option value=${key} ?selected=${key === this.whose}>${words}</option>`)}
        </select>
        <label for="view">Which</label>
        <select id="view" @change=${(event) => this.#ask({ view: event.target.value })}>
          ${Object.entries(VIEWS).map(([key, { words }]) => html`<option value=${key} ?selected=${key === this.view}>${words}</option>`)}
        </select>
      </div>
      ${this.#mayWork() ? html`<pc-bulk .chosen=${this.chosen} @done=${() => this.#ask({})}></pc-bulk>` : ""}
      ${items.length === 0 ? html`<p class="empty">Nothing here: no open task is like that.</p>` : this.#table(items, reasons)}
      ${items.length > this.#inView(items)
        ? html`<p class="more">
            <button type="button" @click=${() => (this.shown = items.length)}>Show ${items.length - this.#inView(items)} more</button>
          </p>`
        : next
          ? html`<p class="more">These have the most value at risk; more are open.</p>`
          : ""}
    `;
  }

  #table(items, reasons) {
    return html`
      <table>
        <caption class="hidden">Open tasks, the most value at risk first</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Severity</th>
            <th scope="col">Assignee</th>
            <th scope="col">Due</th>
            <th scope="col" class="number">At risk</th>
            <th scope="col"><span class="hidden">Action</span></th>
          </tr>
        </thead>
        <tbody>${repeat(items.slice(0, this.#inView(items)), (task) => task.taskId, (task) => this.#row(task, reasons.get(task.reason)))}</tbody>
      </table>
    `;
  }

  #row(task, right) {
    const who = task.assignee?.name ?? task.assignee?.staffId;
    return html`
      <tr>
        <th scope="row">
          ${this.#mayWork() ? this.#choice(task) : ""} ${task.title}
          ${task.accountName && !task.title.includes(task.accountName) ? html`<span class="muted">${task.accountName}</span>` : ""}
          <span class="why">${task.sentence ?? reason(task.reason)} <code>${task.reason}</code> ${precision(right)}</span>
        </th>
        <td data-label="Severity"><span class="badge ${task.severity}">${task.severity}</span></td>
        <td data-label="Assignee" title=${task.why ?? ""}>${who ?? html`<span class="bad">nobody</span>`} <span class="muted">${task.role}</span></td>
        <td data-label="Due" class="due">${this.#due(task)}</td>
        <td class="number" data-label="At risk">${money(task.valueAtRisk, true)}</td>
        <td class="acts">${this.#action(task)}</td>
      </tr>
      ${this.opened === task.taskId
        ? html`<tr><td colspan="6"><pc-task .taskId=${task.taskId} ?worker=${this.#mayWork()}></pc-task></td></tr>`
        : ""}
    `;
  }

  /** What runs out first, in business time as the service counts it. */
  #due({ next, snoozedUntil, escalationLevel, paused }) {
    const late = next?.left === "PT0S";
    return html`
      ${next
        ? html`<time datetime=${next.at} title=${moment(next.at)} class=${late ? "bad" : ""}>${CLOCKS[next.clock] ?? next.clock}:
            ${late ? `${span(next.over)} late` : `${span(next.left)} left`}</time>`
        : "–"}
      ${escalationLevel > 0 ? html`<span class="badge bad">escalated</span>` : ""}
      ${paused ? html`<span class="badge muted">paused</span>` : ""}
      ${snoozedUntil ? html`<span class="badge muted">until ${moment(snoozedUntil)}</span>` : ""}
    `;
  }

  #action(task) {
    const name = html`<span class="hidden"> ${task.title}, ${task.accountName ?? task.accountId}</span>`;
    const open = this.opened === task.taskId;
    return html`
      ${task.state === "open" && this.#mayWork()
        ? html`<button type="button" ?disabled=${this.busy === task.taskId} @click=${() => this.#acknowledge(task)}>Acknowledge${name}</button>`
        : ""}
      <button type="button" aria-expanded=${open} @click=${() => (this.opened = open ? undefined : task.taskId)}>${open ? "Close" : "Open"}${name}</button>
    `;
  }

  #choice(task) {
    return html`<input type="checkbox" aria-label="Choose ${task.title}" .checked=${this.chosen.has(task.taskId)} @change=${() => this.#choose(task.taskId)}>`;
  }

  #choose(taskId) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(taskId)) chosen.add(taskId);
    this.chosen = chosen;
  }

  /** What left the list is not acted on unseen. */
  #keepChosen(items) {
    const there = items.map((task) => task.taskId).filter((taskId) => this.chosen.has(taskId));
    if (there.length < this.chosen.size) this.chosen = new Set(there);
  }

  /** How many are shown: as many as were asked for, and further where the task that is open came to stand there. */
  #inView(items) {
    return Math.max(this.shown, items.findIndex((task) => task.taskId === this.opened) + 1);
  }

  #mayWork() {
    return isOneOf(this.roles, WORKERS);
  }

  /** Another list, or the same one anew: nothing in it is opened or chosen. */
  #ask(change) {
    Object.assign(this, change, { shown: FIRST, opened: undefined, chosen: new Set(), refusal: undefined });
    this.reading.wake(0);
  }

  async #acknowledge(task) {
    this.busy = task.taskId;
    this.refusal = undefined;
    try {
      await this.teller.tell(`router/v1/tasks/${encodeURIComponent(task.taskId)}/acknowledge`);
    } catch (refusal) {
      this.refusal = `${task.title}: ${refusal.message}`;
    } finally {
      this.busy = undefined;
      this.reading.wake(0);
    }
  }
}

customElements.define("pc-tasks", Tasks);
