// A document without a browser, in which the page's own modules run unmodified, against services that answer from here.
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { Window } from "happy-dom";

export const world = new Window({ url: "http://localhost:8080/" });
export const asked = [];

/** What services answer, by patterns of "METHOD address", the first that fits; and how many of the next answers to a POST are lost. */
export const services = { answers: [], lost: 0 };

/** An answer without a body. */
export const NOTHING = Symbol("204");

const globals = {
  window: world,
  fetch: async (url, options = {}) => {
    const question = { method: options.method ?? "GET", url: url.replace("/api/", ""), key: options.headers?.["Idempotency-Key"], body: options.body && JSON.parse(options.body) };
    asked.push(question);
    if (question.method === "POST" && services.lost-- > 0) throw new TypeError("no answer came");
    const [, answer] = services.answers.find(([pattern]) => pattern.test(`${question.method} ${question.url}`)) ?? [null, { items: [] }];
    const status = answer === NOTHING ? 204 : answer.detail ? (answer.status ?? 409) : 200;
    return { ok: status < 400, status, json: async () => JSON.parse(answer === NOTHING ? "" : JSON.stringify(answer)) };
  },
};
for (const name of ["document", "Document", "HTMLElement", "customElements", "CustomEvent", "Event", "FormData", "location", "CSSStyleSheet", "ShadowRoot", "Node", "Comment", "Text"]) {
  globals[name] = world[name];
}
for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true });

/** The page's modules of these names, of the directory that the script was given. */
export const app = (...modules) => Promise.all(modules.map((module) => import(pathToFileURL(`${process.argv[2]}/${module}`))));

export const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
export const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
export const button = (element, label) => all(element, "button").find((one) => words(one).startsWith(label));
export const posted = () => asked.filter((question) => question.method === "POST");
export const put = () => asked.filter((question) => question.method === "PUT");
export const taken = () => asked.filter((question) => question.method === "DELETE").map((question) => question.url);
export const told = (url) => until(() => posted().find((question) => question.url === url));
export const shown = (element, text) => until(() => words(element.shadowRoot).includes(text));
export const submit = (form) => form.dispatchEvent(new world.Event("submit", { cancelable: true }));

/** Looks until something is so; fails after half a minute, for a slow machine has its pauses. */
export async function until(look) {
  for (let tries = 0; tries < 3000; tries++) {
    const found = look();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error(`not so within half a minute: ${look}`);
}

/** A part of the page, alone in the document, once it shows what it read. */
export async function part(tag, roles, answers) {
  Object.assign(services, { answers, lost: 0 });
  asked.length = 0;
  world.document.body.innerHTML = `<${tag} roles="${roles}"></${tag}>`;
  const element = world.document.querySelector(tag);
  await until(() => element.shadowRoot?.querySelector("table, .bar, .empty:only-child, .fault:only-child") && !words(element.shadowRoot).includes("Loading"));
  return element;
}

/** The form that a button opens, filled in. */
export async function filled(element, label, values) {
  button(element, label).click();
  const form = await until(() => all(element, "form")[0]);
  for (const [name, value] of Object.entries(values)) form.querySelector(`[name=${name}]`).value = value;
  return form;
}

/** Nothing that is read every minute keeps the script alive. */
after(() => world.document.body.replaceChildren());
