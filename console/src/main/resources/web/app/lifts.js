import { html } from "lit";
import { interval } from "./figures.js";
import { money, number, percentPoints, plain } from "./words.js";

const SAYS = { helps: "It helps", harms: "It harms", unclear: "Not clear", "too-few": "Too few to say" };
const METRICS = {
  recovered: "whose reason is no longer open",
  renewed: "that renewed",
  churned: "that left",
  score: "mean change of the score",
  arr: "mean change of ARR",
};

/** What the two arms of a lift are. */
export const ARMS = "treated, and left alone for comparison, as the lot drew";

/** What a metric counts or measures. */
export const measures = (metric) => METRICS[metric] ?? plain(metric);

/** "It helps: +8.0 pp (1.2 pp to 14.8 pp)"; "–" where there is no lift. */
export function effect(lift) {
  if (!lift) return "–";
  const words = unit(lift);
  return html`<span class=${lift.says === "helps" ? "good" : lift.says === "harms" ? "bad" : "muted"}>${SAYS[lift.says] ?? plain(lift.says)}</span>: ${words(lift.difference)}${interval(lift, words)}`;
}

/** Shares differ by points of a percent; the score by its points, ARR by its currency. */
function unit({ metric, currency }) {
  if (currency) return (minor) => money({ minor, currency }, true);
  return metric === "score" ? number : (share) => percentPoints(share * 1e6);
}

/** "412 and 51": so many accounts in each arm. */
export const accounts = (lift) => (lift ? `${number(lift.treated)} and ${number(lift.holdout)}` : "–");
