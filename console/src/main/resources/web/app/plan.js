import { html } from "lit";
import { dear } from "./dear.js";
import { meanings, named } from "./figures.js";
import { Panel } from "./panel.js";
import { number, percent, plain } from "./words.js";

export const CAPACITY = "forecast/v1/capacity";
const BECAUSE = { books: "full books", utilisation: "how busy they are", attainment: "the promise", "no-work": "no work" };

/** The people that each role needs in the coming quarters, and what becomes of its promise with one fewer. */
class Plan extends Panel {
  static styles = Panel.shared;

  read() {
    return dear(CAPACITY);
  }

  show({ plan, definitions }) {
    if (plan.length === 0) return html`<p class="empty">capacity.yaml names no role, so nothing can be planned.</p>`;
    return html`
      <table>
        <caption class="hidden">People needed by role and quarter</caption>
        <thead>
          <tr>
            <th scope="col">Role</th><th scope="col">Quarter</th><th scope="col" class="number">${named("Needed", definitions.people)}</th>
            <th scope="col" class="number">Now</th><th scope="col" class="number">Missing</th><th scope="col">Asked for by</th>
            <th scope="col">${named("Promise kept", definitions.attainment)}</th><th scope="col" class="number">${named("Tasks", definitions.streams)}</th>
          </tr>
        </thead>
        <tbody>${plan.map(row)}</tbody>
      </table>
      ${meanings({ Needed: definitions.people, "Promise kept": definitions.attainment, Tasks: definitions.streams })}
    `;
  }
}

const row = ({ role, quarter, people, peopleNow, more, because, promisedPercent, withinMinutes, streams, staffing }) => {
  const kept = (heads) => staffing.find((one) => one.people === heads);
  const fewer = kept(people - 1);
  return html`
    <tr>
      <th scope="row">${plain(role)}</th>
      <td class="whole" data-label="Quarter">${quarter}</td>
      <td class="number" data-label="Needed">${people}</td>
      <td class="number" data-label="Now">${peopleNow ?? html`<span class="muted">not known</span>`}</td>
      <td class="number" data-label="Missing">${more == null ? "–" : missing(more)}</td>
      <td data-label="Asked for by">${BECAUSE[because] ?? plain(because)}</td>
      <td data-label="Promise kept">
        ${kept(people) ? percent(kept(people).attainment) : "–"}
        <span class="muted">of ${promisedPercent}% within ${withinMinutes} min${fewer ? `; with one fewer ${percent(fewer.attainment)}` : ""}</span>
      </td>
      <td class="number" data-label="Tasks">${named(number(streams.reduce((sum, one) => sum + one.tasks, 0)), streams.map(stream).join("; "))}</td>
    </tr>
  `;
};

const missing = (more) => (more > 0 ? html`<span class="badge bad">${more}</span>` : more < 0 ? html`<span class="muted">${-more} to spare</span>` : "0");
const stream = ({ name, tasks, minutesEach }) => `${plain(name)} ${number(tasks)}, ${number(minutesEach)} min each`;

customElements.define("pc-plan", Plan);
