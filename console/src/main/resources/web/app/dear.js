import { ask } from "./api.js";

const FRESH_MS = 3_600_000;
const known = new Map();

/** An answer that is dear to compute: it is asked for once an hour, by whichever parts of the page show it. */
export function dear(path) {
  const found = known.get(path);
  if (found && Date.now() - found.askedAt < FRESH_MS) return found.answer;
  const answer = ask(path);
  known.set(path, { answer, askedAt: Date.now() });
  answer.catch(() => forget(path));
  return answer;
}

/** What was answered is not so any more. */
export const forget = (path) => known.delete(path);
