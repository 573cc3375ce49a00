import { day, moment, money, number, percent, plain, reason } from "./words.js";

/** Columns of amounts, which are minor units of the row's currency, by table; of shares, in whichever table. */
const AMOUNTS = {
  "forecast-shift": ["opening", "entered", "left", "moved", "closing"],
  "forecast-moves": ["arr", "change"],
  "top-risks": ["arr", "atRisk"],
  expansion: ["arr"],
  "losses-by-reason": ["lost"],
  "green-losses": ["lost"],
  bridge: ["start", "churn", "contraction", "expansion", "uplift", "new", "reactivated", "fx", "end"],
  "actual-against-forecast": ["due", "forecast", "kept"],
};
const SHARES = ["renews", "renewsBefore", "renewsAfter", "renewsThen", "rate", "low", "high", "rateOfArr", "grr", "nrr", "bias", "accuracy"];
const CODES = ["reason", "signalsThen"];
const PLAIN = ["play", "role", "stage", "category", "fault", "what", "before", "after", "severity", "by"];
const NAMES = { arr: "ARR", rateOfArr: "rate of ARR", grr: "GRR", nrr: "NRR", fx: "rates", contractId: "contract", opportunityId: "opportunity", taskId: "task" };

/** A column's name as people read it: `renewsBefore` becomes "renews before". */
export const columnWords = (column) => NAMES[column] ?? column.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A value of a table of a packet as people read it. */
export function words(table, columns, row, at) {
  const [column, value] = [columns[at], row[at]];
  if (value == null || value === "") return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return counted(table, column, value, row[columns.indexOf("currency")]);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return moment(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  if (CODES.includes(column)) return reason(value);
  return PLAIN.includes(column) ? plain(value) : value;
}

function counted(table, column, value, currency) {
  if (currency && AMOUNTS[table]?.includes(column)) return money({ minor: value, currency }, true);
  return SHARES.includes(column) ? percent(value) : number(value);
}
