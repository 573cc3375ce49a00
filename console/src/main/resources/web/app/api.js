/** An answer that is no success, with the service's own words. */
export class Refusal extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Asks a service through the console; a session that ended leads to the login form. */
export async function ask(path, options = {}) {
  const answer = await fetch(`/api/${path}`, { headers: { Accept: "application/json" }, ...options });
  if (answer.status === 401) {
    location.assign("/login");
    throw new Refusal(401, "Your session has ended.");
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Refusal(answer.status, words(problem) ?? `The service answered ${answer.status}.`);
  }
  return answer.status === 204 ? undefined : answer.json();
}

/** A problem in words: every field at fault where there are several and its detail does not name each in a line. */
function words({ errors = [], detail }) {
  return errors.length > (detail ?? "").split("\n").length ? errors.map(({ field, expected, actual }) => `${field} must be ${expected}, is ${actual}`).join("; ") : detail;
}

/** Tells a service something; under a key it may be told again and is done once. */
export const tell = (path, body = {}, key = undefined) => send("POST", path, body, key && { "Idempotency-Key": key });

/** Says what something is from now on; said again it is the same. */
export const set = (path, body) => send("PUT", path, body);

const send = (method, path, body, headers) =>
  ask(path, { method, headers: { Accept: "application/json", "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });

/** Takes something back. */
export const takeBack = (path) => ask(path, { method: "DELETE" });

const QUIET_MS = 2000;

/** Runs a reading now and after each wake, one at a time and at most every two seconds, but at once for whoever cannot wait. */
export class Reading {
  #read;
  #timer;
  #running = false;
  #again;

  constructor(read) {
    this.#read = read;
  }

  wake(soon = QUIET_MS) {
    if (this.#running) {
      this.#again = Math.min(this.#again ?? QUIET_MS, soon);
      return;
    }
    if (soon < QUIET_MS) this.stop();
    this.#timer ??= setTimeout(() => this.#run(), soon);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #run() {
    this.#timer = undefined;
    this.#running = true;
    try {
      await this.#read();
    } finally {
      this.#running = false;
      if (this.#again !== undefined) {
        const soon = this.#again;
        this.#again = undefined;
        this.wake(soon);
      }
    }
  }
}
