import { css, html } from "lit";
import { ACTS, Teller, actForm, formStyles, said } from "./acts.js";
import { ask } from "./api.js";
import { Panel } from "./panel.js";
import { precision } from "./precision.js";
import { CLOCKS, moment, plain, points, reason, span } from "./words.js";

const TONES = { running: "muted", late: "bad", missed: "bad", met: "good" };

/** A task, whole: what to do, why, whose and until when; what was done; how it came about. And the acts of who may work. */
class Task extends Panel {
  static wakes = ["pc-task"];
  static properties = {
    ...Panel.properties,
    taskId: { attribute: false },
    worker: { type: Boolean },
    act: { state: true },
    busy: { state: true },
    refusal: { state: true },
  };

  static styles = [
    Panel.shared,
    formStyles,
    css`
      .surface { border: 0; background: transparent; }
      .task { display: grid; gap: 0.9rem; padding: 0.25rem 0; }
      p, ul, ol { margin: 0; }
      ul, ol { padding-inline-start: 1.1rem; }
      h3 { margin: 0 0 0.25rem; font-size: 0.9rem; }
      blockquote { margin: 0.1rem 0 0.3rem; padding-inline-start: 0.6rem; border-inline-start: 3px solid var(--line); white-space: pre-wrap; }
      summary { cursor: pointer; font-weight: 600; font-size: 0.9rem; }
    `,
  ];

  constructor() {
    super();
    this.teller = new Teller();
    this.wake = (event) => {
      if (!event?.detail || event.detail.taskId === this.taskId) this.reading.wake();
    };
  }

  read() {
    return ask(this.#path());
  }

  show(task) {
    return html`
      <div class="task">
        <p><strong>${task.ask}</strong> <span class="muted">about ${task.minutes} min</span></p>
        ${this.#acts(task)} ${this.#why(task)} ${this.#clocks(task)} ${this.#log(task)} ${this.#origin(task)}
      </div>
    `;
  }

  #acts(task) {
    const ended = Boolean(task.ending);
    const acts = this.worker ? Object.entries(ACTS).filter(([, act]) => (!ended || act.ended) && (act.fits?.(task) ?? true)) : [];
    return html`
      ${task.ending ? html`<p>Ended ${moment(task.ending.at)}: ${task.ending.outcome}${task.ending.closing ? `, ${reason(task.ending.closing)}` : ""}</p>` : ""}
      ${task.snoozedUntil ? html`<p class="muted">Snoozed until ${moment(task.snoozedUntil)}</p>` : ""}
      ${task.paused ? html`<p class="muted">Paused until ${moment(task.paused.until)} at the latest: ${plain(task.paused.because)}</p>` : ""}
      ${this.refusal ? html`<p class="fault" role="alert">${this.refusal}</p>` : ""}
      <div class="acts">
        ${this.worker && task.state === "open"
          ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.#tell("acknowledge", {})}>Acknowledge</button>`
          : ""}
        ${acts.map(([name, act]) => html`
          <button type="button" aria-expanded=${this.act === name} @click=${() => (this.act = this.act === name ? undefined : name)}>${act.title}…</button>
        `)}
      </div>
      ${acts.filter(([name]) => name === this.act).map(([name, act]) =>
        actForm(act, {
          busy: this.busy,
          submit: (event) => {
            event.preventDefault();
            this.#tell(name, said(event.currentTarget));
          },
          cancel: () => (this.act = undefined),
        }),
      )}
    `;
  }

  #why(task) {
    return html`
      <section>
        <h3>Why</h3>
        <p>${task.sentence} <code>${task.reason}</code> ${precision(task.precision)} ${task.holds ? "" : html`<span class="badge muted">over</span>`}</p>
        ${task.precision?.proposal ? html`<p class="bad">${task.precision.proposal}</p>` : ""}
        <ul>
          ${task.evidence.map((one) => html`<li>${one.sentence}</li>`)}
          ${task.contributions.map((one) => html`<li><span class=${one.points < 0 ? "bad" : "good"}>${points(one.points)}</span> ${one.measure ?? one.dimension}</li>`)}
          ${task.signals.length > 1 ? task.signals.map((one) => html`<li>${one.sentence} <code>${one.reason}</code> ${one.open ? "" : "(over)"}</li>`) : ""}
        </ul>
        <p class="muted">${task.why}${task.escalatedBecause ? ` ${task.escalatedBecause}` : ""}</p>
      </section>
    `;
  }

  #clocks(task) {
    if (task.clocks.length === 0) return "";
    return html`
      <section>
        <h3>Clocks</h3>
        <table>
          <caption class="hidden">Clocks of the task</caption>
          <thead>
            <tr><th scope="col">Clock</th><th scope="col">Stands</th><th scope="col">Due</th><th scope="col" class="number">Of</th><th scope="col" class="number">Used</th><th scope="col" class="number">Left</th></tr>
          </thead>
          <tbody>
            ${task.clocks.map((run) => html`
              <tr>
                <th scope="row">${CLOCKS[run.clock] ?? run.clock}${run.cycle > 1 ? ` (${run.cycle})` : ""}</th>
                <td data-label="Stands"><span class="badge ${TONES[run.state] ?? ""}">${run.state}</span></td>
                <td data-label="Due"><time datetime=${run.dueAt}>${moment(run.dueAt)}</time></td>
                <td class="number" data-label="Of">${span(run.target)}</td>
                <td class="number" data-label="Used">${span(run.consumed)}</td>
                <td class="number" data-label="Left">${run.state === "running" ? span(run.remaining) : "–"}</td>
              </tr>
            `)}
          </tbody>
        </table>
      </section>
    `;
  }

  #log(task) {
    return html`
      <section>
        <h3>What happened</h3>
        <ol>
          ${task.log.map((line) => html`
            <li>
              <time class="muted" datetime=${line.at}>${moment(line.at)}</time> ${line.sentence}
              ${line.note ? html`<blockquote>${line.note}</blockquote>` : ""}
            </li>
          `)}
        </ol>
      </section>
    `;
  }

  #origin(task) {
    return html`
      <details>
        <summary>How it came about, and whom it was told to</summary>
        <ol>${task.path.map((step) => html`<li><code>${step.stage}</code> ${step.sentence}</li>`)}</ol>
        <ul>
          ${task.deliveries.map((one) => html`
            <li>${one.connector}: ${one.purpose} <span class="badge">${one.state}</span> ${one.because ?? ""} ${one.sentAt ? moment(one.sentAt) : ""}</li>
          `)}
        </ul>
      </details>
    `;
  }

  async #tell(act, body) {
    if (this.busy) return;
    this.busy = true;
    this.refusal = undefined;
    try {
      this.content = await this.teller.tell(`${this.#path()}/${act}`, body);
      this.act = undefined;
      window.dispatchEvent(new CustomEvent("pc-task", { detail: { taskId: this.taskId } }));
    } catch (failure) {
      this.refusal = failure.message;
    } finally {
      this.busy = false;
    }
  }

  #path() {
    return `router/v1/tasks/${encodeURIComponent(this.taskId)}`;
  }
}

customElements.define("pc-task", Task);
