import { css, html } from "lit";
import { ask, tell } from "./api.js";
import { Panel } from "./panel.js";
import { distance, moment, money, nextDue, reason } from "./words.js";

const CLOCKS = { accept: "accept", firstTouch: "first touch", update: "update", complete: "complete" };
const FIRST = 10;
const WORKERS = ["csm", "lead"];

/** Open tasks by value at risk, with the clock that runs out first. */
class Tasks extends Panel {
  static wakes = ["pc-task"];
  static properties = { ...Panel.properties, roles: {}, busy: { state: true }, shown: { state: true } };

  static styles = [
    Panel.shared,
    css`
      .why { display: block; font-size: 0.9rem; font-weight: 400; color: var(--muted); max-width: 60ch; }
      .critical, .high { color: var(--bad); }
      .medium { color: var(--fair); }
      .low { color: var(--muted); }
      .more { margin: 0; padding: 0.6rem 0.9rem; color: var(--muted); border-top: 1px solid var(--line); }
      .due { white-space: nowrap; }
    `,
  ];

  constructor() {
    super();
    this.shown = FIRST;
  }

  read() {
    return ask("router/v1/tasks?state=open&limit=100");
  }

  show({ items, next }) {
    if (items.length === 0) {
      return html`<p class="empty">Nothing to do: no task is open.</p>`;
    }
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
        <tbody>${items.slice(0, this.shown).map((task) => this.#row(task))}</tbody>
      </table>
      ${items.length > this.shown
        ? html`<p class="more">
            <button type="button" @click=${() => (this.shown = items.length)}>Show ${items.length - this.shown} more</button>
          </p>`
        : next
          ? html`<p class="more">These have the most value at risk; more are open.</p>`
          : ""}
    `;
  }

  #row(task) {
    const due = nextDue(task);
    const late = due && new Date(due.at) < new Date();
    const who = task.assignee?.name ?? task.assignee?.staffId;
    return html`
      <tr>
        <th scope="row">
          ${task.title}
          ${task.accountName && !task.title.includes(task.accountName) ? html`<span class="muted">${task.accountName}</span>` : ""}
          <span class="why">${task.sentence ?? reason(task.reason)} <code>${task.reason}</code></span>
        </th>
        <td data-label="Severity"><span class="badge ${task.severity}">${task.severity}</span></td>
        <td data-label="Assignee" title=${task.why ?? ""}>${who ?? html`<span class="bad">nobody</span>`} <span class="muted">${task.role}</span></td>
        <td data-label="Due" class=${late ? "due bad" : "due"}>
          ${due ? html`<time datetime=${due.at} title=${moment(due.at)}>${CLOCKS[due.clock]} ${distance(due.at)}</time>` : "–"}
          ${task.escalationLevel > 0 ? html`<span class="badge bad">escalated</span>` : ""}
        </td>
        <td class="number" data-label="At risk">${money(task.valueAtRisk, true)}</td>
        <td>${this.#action(task)}</td>
      </tr>
    `;
  }

  #action(task) {
    if (task.state !== "open") {
      return html`<span class="muted">${task.state}</span>`;
    }
    const mayWork = WORKERS.some((role) => (this.roles ?? "").split(" ").includes(role));
    return mayWork
      ? html`<button type="button" ?disabled=${this.busy === task.taskId} @click=${() => this.#acknowledge(task)}>
          Acknowledge<span class="hidden"> ${task.title}, ${task.accountName ?? task.accountId}</span>
        </button>`
      : "";
  }

  async #acknowledge(task) {
    this.busy = task.taskId;
    try {
      await tell(`router/v1/tasks/${encodeURIComponent(task.taskId)}/acknowledge`);
      this.fault = undefined;
      this.reading.wake(0);
    } catch (refusal) {
      this.fault = refusal.message;
    } finally {
      this.busy = undefined;
    }
  }
}

customElements.define("pc-tasks", Tasks);
