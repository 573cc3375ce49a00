import { css, html, nothing } from "lit";
import { Refusal, tell } from "./api.js";

const NOTE = { name: "note", label: "Note", long: true, required: true };
const TOUCHES = { call: "Call", meeting: "Meeting", mail: "Mail" };

/**
 * What people do with a task, and what each act asks for. A comment is for ended tasks too; what is `alone` is done to one task
 * at a time; `fits` says for which tasks an act is at all.
 */
export const ACTS = {
  touch: {
    title: "Customer reached",
    fields: [
      { name: "kind", label: "How", choices: TOUCHES, required: true },
      { ...NOTE, label: "What was said" },
    ],
  },
  update: { title: "Update", fields: [{ ...NOTE, label: "How it stands" }] },
  comment: { title: "Comment", ended: true, fields: [NOTE] },
  snooze: {
    title: "Snooze",
    hint: "Out of sight until then, or until anything happens to it. Its clocks run on.",
    fields: [
      { name: "until", label: "Until", type: "datetime-local", required: true },
      { ...NOTE, label: "Why" },
    ],
  },
  pause: {
    title: "Pause",
    hint: "It waits for somebody else: first touch, update and completion stand still, as long as the reason may last.",
    alone: true,
    fits: (task) => !task.paused,
    fields: [
      {
        name: "because",
        label: "It waits for",
        choices: {
          "waiting-for-customer": "The customer's answer",
          "waiting-for-support": "Support or the product",
          "customer-freeze": "The end of the customer's freeze",
          legal: "Legal or procurement",
        },
        required: true,
      },
      { name: "until", label: "Last day, of a freeze only", type: "date" },
      { ...NOTE, required: false },
    ],
  },
  resume: { title: "Resume", hint: "What was paused has what it had left.", alone: true, fits: (task) => Boolean(task.paused), fields: [] },
  complete: {
    title: "Complete",
    fields: [
      { name: "outcome", label: "Outcome", choices: { succeeded: "Succeeded", failed: "Failed" }, required: true },
      {
        name: "closing",
        label: "Was it worth it?",
        choices: {
          helped: "It helped",
          "no-effect": "It was so, working on it changed nothing",
          "already-knew": "We already knew",
          "false-alarm": "False alarm",
          "wrong-person": "It was not mine to do",
        },
        required: true,
      },
      { name: "touch", label: "Customer reached by", choices: { "": "Not reached with this", ...TOUCHES } },
      { ...NOTE, required: false },
    ],
  },
};

export const formStyles = css`
  form { display: grid; gap: 0.5rem; max-width: 34rem; padding: 0.75rem; border: 1px solid var(--line); border-radius: 8px; }
  label { display: grid; gap: 0.15rem; font-weight: 600; font-size: 0.9rem; }
  input, select, textarea { font: inherit; font-weight: 400; padding: 0.35rem 0.5rem; border-radius: 8px; border: 1px solid var(--muted); background: var(--ground); color: var(--ink); }
  .acts { display: flex; flex-wrap: wrap; gap: 0.5rem; }
`;

/** The form of an act; `busy` while it is being told. */
export function actForm(act, { busy, submit, cancel }) {
  return html`
    <form @submit=${submit}>
      <strong>${act.title}</strong>
      ${act.hint ? html`<span class="muted">${act.hint}</span>` : ""}
      ${act.fields.map((field) => html`<label>${field.label}${control(field)}</label>`)}
      <div class="acts">
        <button type="submit" ?disabled=${busy}>${act.title}</button>
        <button type="button" @click=${cancel}>Cancel</button>
      </div>
    </form>
  `;
}

function control({ name, choices, long, rows, most, value, type, required, min, max, step, holder }) {
  if (choices) {
    return html`
      <select name=${name} ?required=${required}>
        ${required ? html`<option value="">Choose…</option>` : ""}
        ${Object.entries(choices).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select>
    `;
  }
  return long
    ? html`<textarea name=${name} rows=${rows ?? 3} maxlength=${most ?? 4000} placeholder=${holder ?? nothing} .value=${value ?? ""} ?required=${required}></textarea>`
    : html`<input
        name=${name} type=${type ?? "text"} ?required=${required} min=${min ?? nothing} max=${max ?? nothing} step=${step ?? nothing} placeholder=${holder ?? nothing}
      >`;
}

/** What a form says, as the service wants it: without what was left empty, times with their zone. */
export function said(form) {
  const entries = [...new FormData(form)].filter(([, value]) => value !== "");
  const isMoment = (name) => form.querySelector(`[name="${name}"]`).type === "datetime-local";
  return Object.fromEntries(entries.map(([name, value]) => [name, isMoment(name) ? new Date(value).toISOString() : value]));
}

/**
 * Tells acts on tasks. What is told again in the same words, because no answer came, goes under the same key and is done once;
 * what was answered, or says something else, gets a new one.
 */
export class Teller {
  #open = new Map();

  async tell(path, body = {}) {
    const words = JSON.stringify([path, body]);
    if (!this.#open.has(words)) this.#open.set(words, newKey());
    try {
      const answer = await tell(path, body, this.#open.get(words));
      this.#open.delete(words);
      return answer;
    } catch (failure) {
      if (failure instanceof Refusal && failure.status < 500) this.#open.delete(words);
      throw failure;
    }
  }
}

/** 128 random bits; `crypto.randomUUID` is missing where the page is not served by https. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
