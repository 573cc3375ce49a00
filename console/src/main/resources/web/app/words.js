const language = document.documentElement.lang || "en";
const numbers = new Map();

/** Money as people read it; minor units by the currency's own digits. */
export function money(amount, compact = false) {
  if (!amount) return "–";
  const key = `${amount.currency}${compact}`;
  if (!numbers.has(key)) {
    numbers.set(
      key,
      new Intl.NumberFormat(language, {
        style: "currency",
        currency: amount.currency,
        notation: compact ? "compact" : "standard",
        maximumFractionDigits: compact ? 1 : 0,
      }),
    );
  }
  const format = numbers.get(key);
  const digits = new Intl.NumberFormat(language, { style: "currency", currency: amount.currency }).resolvedOptions()
    .maximumFractionDigits;
  return format.format(amount.minor / 10 ** digits);
}

const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const score = (milli) => whole.format(Math.floor(milli / 1000));
const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
export const points = (milli) => signed.format(milli / 1000);
export const percent = (share) => percents.format(share);

/** A reason's code as words: `usage.drop` becomes "usage drop". */
export const reason = (code) => (code ?? "").replace(/[._]/g, " ");

const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "in 3 hours", "2 days ago". */
export function distance(instant, now = Date.now()) {
  const left = new Date(instant).getTime() - now;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(left) >= size) ?? UNITS[2];
  return relative.format(Math.trunc(left / size), unit);
}

const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
export const moment = (instant) => moments.format(new Date(instant));

/** The clock of a task that runs out first; who has acknowledged has accepted. */
export function nextDue({ due, state }) {
  const clocks = state === "open" ? ["accept", "firstTouch", "update", "complete"] : ["firstTouch", "update", "complete"];
  const open = clocks.filter((clock) => due?.[clock]);
  return open.map((clock) => ({ clock, at: due[clock] })).sort((a, b) => a.at.localeCompare(b.at))[0];
}
