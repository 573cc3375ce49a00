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
  return numbers.get(key).format(amount.minor / 10 ** digits(amount.currency));
}

const digits = (currency) =>
  new Intl.NumberFormat(language, { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

/** An amount that somebody wrote, in minor units of the currency. */
export const minor = (amount, currency) => Math.round(Number(amount) * 10 ** digits(currency));

const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const score = (milli) => whole.format(Math.floor(milli / 1000));
const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
export const points = (milli) => signed.format(milli / 1000);
const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
export const number = (value) => decimal.format(value);
const fractions = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** A figure from 0 to 1 that is no share. */
export const fraction = (value) => fractions.format(value);
export const percent = (share) => percents.format(share);
/** A change of a probability, which services say in millionths. */
export const percentPoints = (millionths) => `${signed.format(millionths / 10_000)} pp`;

/** A reason's code as words: `usage.drop` becomes "usage drop". */
export const reason = (code) => (code ?? "").replace(/[._]/g, " ");

const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
export const moment = (instant) => moments.format(new Date(instant));

const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
/** A day as the services say it, `2026-12-31`. */
export const day = (date) => days.format(new Date(date));

/** A word of an API as people read it: `best-case` becomes "best case". */
export const plain = (word) => (word ?? "").replaceAll("-", " ");

/** What a renewal is called, and how far the work on it is. */
export const CATEGORIES = { commit: "Commit", "best-case": "Best case", "at-risk": "At risk", lost: "Lost" };
export const STAGES = {
  "not-started": "Not started",
  preparing: "Preparing",
  "value-confirmed": "Value confirmed",
  proposal: "Proposal",
  verbal: "Verbal",
  closed: "Closed",
};

/** The clocks of a task, as people call them. */
export const CLOCKS = { accept: "accept", "first-touch": "first touch", update: "update", complete: "complete", "give-up": "give up" };

/** Whether somebody with these roles, which stand apart by blanks, has one of the wanted. */
export const isOneOf = (roles, wanted) => wanted.some((role) => (roles ?? "").split(" ").includes(role));

/** An amount of business time as the services say it: `PT7H30M` becomes "7 h 30 min". */
export function span(text) {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text ?? "") ?? [];
  const total = Math.floor(Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
  if (total < 60) return `${total} min`;
  return total % 60 === 0 ? `${total / 60} h` : `${Math.floor(total / 60)} h ${total % 60} min`;
}
