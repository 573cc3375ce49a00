import { html } from "lit";
import { dear } from "./dear.js";
import { meanings, named } from "./figures.js";
import { Panel } from "./panel.js";
import { CAPACITY } from "./plan.js";
import { day, number, percent, plain } from "./words.js";

/** What tasks asked for and took, by role, or by segment and stage of the customer. */
class Work extends Panel {
  static properties = { ...Panel.properties, by: { state: true } };
  static styles = Panel.shared;

  constructor() {
    super();
    this.by = "byRole";
  }

  read() {
    return dear(CAPACITY);
  }

  show({ from, until, measured, definitions }) {
    const works = measured[this.by];
    const without = measured.tasksWithoutBeginning;
    return html`
      <div class="bar">
        <label for="by">By</label>
        <select id="by" @change=${(event) => (this.by = event.target.value)}>
          <option value="byRole">Role</option>
          <option value="bySegmentAndStage">Segment and stage</option>
        </select>
      </div>
      ${works.length === 0 ? html`<p class="empty">No task began between ${day(from)} and ${day(until)}.</p>` : table(works, definitions)}
      <p class="note">
        ${day(from)} to ${day(until)}. Hours: half of the tasks, and nine of ten, took no longer; nights and weekends included.
        ${without > 0 ? `${without} tasks whose beginning was not heard are in no figure.` : ""}
      </p>
      ${meanings({
        Tasks: definitions.measured,
        "Hours of work": definitions.minutes,
        "Hours to accept": definitions.toAccept,
        "Hours to complete": definitions.toComplete,
        "In time": definitions.inTime,
      })}
    `;
  }
}

const table = (works, definitions) => html`
  <table>
    <caption class="hidden">Work of the last days</caption>
    <thead>
      <tr>
        <th scope="col">Of</th><th scope="col" class="number">Tasks</th><th scope="col" class="number">Completed</th><th scope="col" class="number">${named("Hours of work", definitions.minutes)}</th>
        <th scope="col" class="number">${named("Hours to accept", definitions.toAccept)}</th><th scope="col" class="number">${named("Hours to complete", definitions.toComplete)}</th>
        <th scope="col" class="number">${named("In time", definitions.inTime)}</th>
      </tr>
    </thead>
    <tbody>${works.map(row)}</tbody>
  </table>
`;

const row = ({ of, tasks, completed, minutes, toAccept, toComplete, judged, inTime }) => html`
  <tr>
    <th scope="row">${of.map(plain).join(", ")}</th>
    <td class="number" data-label="Tasks">${number(tasks)}</td>
    <td class="number" data-label="Completed">${number(completed)}</td>
    <td class="number" data-label="Hours of work">${number(minutes / 60)}</td>
    <td class="number" data-label="Hours to accept">${hours(toAccept)}</td>
    <td class="number" data-label="Hours to complete">${hours(toComplete)}</td>
    <td class="number" data-label="In time">${inTime == null ? "–" : html`${percent(inTime)} <span class="muted">of ${number(judged)}</span>`}</td>
  </tr>
`;

const hours = ({ n, median, ninth }) => (n === 0 ? "–" : `${number(median)}, ${number(ninth)}`);

customElements.define("pc-work", Work);
