import { html } from "lit";
import { number, percent } from "./words.js";

/** What a figure is called; what it means shows on hover and for whoever comes to it by keyboard, and is read out. */
export const named = (words, meaning) => html`<abbr title=${meaning} tabindex="0">${words}</abbr>`;

/** What the figures of a table mean, beneath it, for whoever cannot hover: names with their meanings. */
export const meanings = (all) => html`
  <details class="note">
    <summary>What the figures mean</summary>
    <dl>${Object.entries(all).map(([words, meaning]) => html`<dt>${words}</dt> <dd>${meaning}</dd> `)}</dl>
  </details>
`;

/** A figure in its unit (`share`, `days` …), with its interval where it has one. */
export function figure(value, unit) {
  if (value?.value == null) return "–";
  const words = unit === "share" ? percent : number;
  return html`${words(value.value)}${unit === "days" ? " days" : ""}${interval(value, words)}`;
}

/** From where to where a figure may be; an end that is not known is open. */
export function interval({ low, high }, words) {
  return low == null && high == null ? "" : html` <span class="muted">(${low == null ? "…" : words(low)} to ${high == null ? "…" : words(high)})</span>`;
}
