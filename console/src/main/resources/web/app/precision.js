import { html } from "lit";
import { ask } from "./api.js";

const FRESH_MS = 60_000;
let known;
let readAt = 0;

/** How often each reason was right, by its code; read at most once a minute. Where nobody answers, of none. */
export function precisions() {
  if (Date.now() - readAt > FRESH_MS) {
    readAt = Date.now();
    known = ask("router/v1/reasons").then(
      ({ items }) => new Map(items.map((one) => [one.reason, one])),
      () => new Map(),
    );
  }
  return known;
}

/** Beside a reason: the share of answers that say it was so, and of how many. */
export function precision(one) {
  if (!one?.judged) return "";
  const words = `${one.percent}% right of ${one.judged}`;
  return html`<span class="badge ${one.proposal ? "bad" : "muted"}" title=${one.proposal ?? "by closing answers of 180 days"}>${words}</span>`;
}
