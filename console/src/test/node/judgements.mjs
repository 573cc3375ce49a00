// What the parts of the page do on which people judge renewals and health.
// Usage: node judgements.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING, all, app, asked, button, filled, part, services, shown, submit, taken, told, until, words, world } from "./world.mjs";

await app("renewals.js", "kpis.js", "retention.js", "accounts.js");

const EUR = (minor) => ({ minor, currency: "EUR" });

const RENEWAL = {
  contractId: "c-1",
  accountName: "Acme",
  renewalOn: "2026-06-30",
  noticeBy: "2026-03-31",
  daysToNotice: 29,
  arr: EUR(12_000_000),
  line: {
    stage: "value-confirmed",
    owner: "s-1",
    finalCall: { by: "csm", category: "commit" },
    model: { by: "model", category: "at-risk", renews: 550_000 },
    csm: { by: "csm", category: "commit", renews: 900_000, amountMinor: 11_000_000 },
    manager: null,
    disagreement: "the model says at risk, the csm commit",
    faults: [{ code: "at-risk-no-play", detail: "no play is open" }],
  },
};
const FORECAST = {
  forecast: {
    renews: 550_000,
    arr: EUR(12_000_000),
    retained: { low: 0, median: 8_000_000, high: 12_000_000 },
    drivers: [{ driver: "health", reason: null, points: -210_000, sentence: "Health is 41 of 100." }],
    modelVersion: "prior-1",
  },
};
const JUDGEMENT = { judgementId: "j-1", role: "csm", category: "commit", author: "s-1", because: "They said so.", at: "2026-03-01T10:00:00Z", expiresAt: "2026-03-31T00:00:00Z" };
const RENEWALS = [
  [/^GET forecast\/v1\/renewals/, { items: [RENEWAL] }],
  [/^GET forecast\/v1\/contracts\/c-1\/forecast$/, FORECAST],
  [/^GET forecast\/v1\/contracts\/c-1\/stage$/, { stage: "value-confirmed", ownerRole: "renewals-manager", missing: ["nobody confirmed proposal-sent"], history: [] }],
  [/^GET forecast\/v1\/contracts\/c-1\/judgements$/, { items: [JUDGEMENT] }],
  [/^DELETE/, NOTHING],
];

async function contract(roles) {
  const renewals = await part("pc-renewals", roles, RENEWALS);
  button(renewals, "Open").click();
  const found = await until(() => all(renewals, "pc-contract")[0]);
  await shown(found, "Judgements");
  return found;
}

test("a renewal stands with its stage, its calls, the days to notice and its faults", async () => {
  const renewals = await part("pc-renewals", "viewer ", RENEWALS);
  const text = words(renewals.shadowRoot);

  for (const expected of ["Acme", "29 d", "Value confirmed", "model: At risk, 55.0%", "csm: Commit, 90.0%", "disagree", "no play is open"]) {
    assert.ok(text.includes(expected), `${expected} in ${text}`);
  }
});

test("other renewals are asked for at once", async () => {
  const renewals = await part("pc-renewals", "viewer ", RENEWALS);
  const faulty = all(renewals, "#faulty")[0];

  faulty.value = "true";
  faulty.dispatchEvent(new world.Event("change"));

  await until(() => asked.some(({ url }) => url.endsWith("/renewals?limit=50&faulty=true")));
});

test("a renewal opens to what drives its forecast and what its stage waits for", async () => {
  const text = words((await contract("viewer ")).shadowRoot);

  for (const expected of ["Renews with 55.0%", "-21 pp Health is 41 of 100.", "nobody confirmed proposal-sent", "They said so."]) {
    assert.ok(text.includes(expected), `${expected} in ${text}`);
  }
});

test("a csm judges in percent and whole units, the service hears millionths and minor units", async () => {
  const form = await filled(await contract("csm "), "Judge", { category: "at-risk", renews: "42.5", amount: "1000", days: "", because: "New owner." });

  submit(form);

  const { body } = await told("forecast/v1/contracts/c-1/judgements");
  assert.deepEqual(body, { category: "at-risk", renews: 425_000, amountMinor: 100_000, because: "New owner." });
});

test("a judgement is taken back, and the list is read again", async () => {
  const opened = await contract("csm ");

  button(opened, "Take back").click();

  await until(() => asked.filter(({ method, url }) => method === "GET" && url.endsWith("/judgements")).length === 2);
  assert.deepEqual(taken(), ["forecast/v1/contracts/c-1/judgements/j-1"]);
  assert.equal(all(opened, ".fault").length, 0);
});

test("a renewal is moved with what has been done", async () => {
  submit(await filled(await contract("lead "), "Move", { stage: "proposal", confirms: "value-review, proposal-sent", because: "Sent today." }));

  const { body } = await told("forecast/v1/contracts/c-1/stage");
  assert.deepEqual(body, { stage: "proposal", because: "Sent today.", confirms: ["value-review", "proposal-sent"] });
});

test("who may only look neither judges nor moves", async () => {
  assert.deepEqual(all(await contract("viewer "), "button"), []);
});

test("each figure that has an owner says what it means and how sure it is", async () => {
  const kpi = {
    key: "save-rate",
    ownerRole: "cs-ops",
    unit: "share",
    currency: "EUR",
    now: { quarter: "2026Q1", value: 0.61, low: 0.42, high: 0.77, n: 23 },
    before: null,
    meaning: { definition: "ARR saved / ARR at risk", grain: "contract", currencyRule: "each-by-itself", interval: "95%, Wilson" },
    note: null,
  };
  const kpis = await part("pc-kpis", "viewer ", [[/^GET forecast\/v1\/kpis$/, { quarter: "2026Q1", running: true, items: [kpi] }]]);

  assert.match(words(kpis.shadowRoot), /Save rate EUR cs ops 61\.0% \(42\.0% to 77\.0%\) – 23/);
  assert.equal(all(kpis, "abbr")[0].title, "ARR saved / ARR at risk. Grain: contract. Currencies: each by itself. Interval: 95%, Wilson.");
});

test("a coming quarter says how probable its target is", async () => {
  const range = { low: 0.8, median: 0.9, high: 0.97, mean: 0.89 };
  const figure = { quarter: "2026Q2", currency: "EUR", renewalsDue: 12, arrDue: EUR(100), grr: range, nrr: range, byCategory: [], target: { grr: 0.92, grrReached: 0.31, nrr: null, nrrReached: null } };
  const definitions = { base: "ARR due", level: 0.9, grain: "contract", currencyRule: "each-by-itself", pastDue: "count now", modelVersion: "prior-1" };

  const retention = await part("pc-retention", "viewer ", [[/^GET forecast\/v1\/portfolio/, { definitions, items: [figure] }]]);

  assert.equal(words(retention.shadowRoot).match(/target/g).length, 1);
  assert.match(words(retention.shadowRoot), /89\.0% \(80\.0% to 97\.0%\) target 92\.0%, reached with 31\.0%/);
  assert.match(words(retention.shadowRoot), /At risk or lost, by the model/);
});

test("a quarter whose renewals are all decided says what was kept", async () => {
  const range = { low: 0.7, median: 0.7, high: 0.7, mean: 0.7 };
  const decided = { renewed: 7, lost: 3, arr: EUR(1_000_00), kept: EUR(700_00), net: EUR(720_00) };
  const figure = { quarter: "2026Q2", currency: "EUR", renewalsDue: 0, arrDue: EUR(0), decided, grr: range, nrr: range, byCategory: [], target: null };
  const definitions = { base: "ARR due", level: 0.9, grain: "contract", currencyRule: "each-by-itself", pastDue: "count now", modelVersion: "prior-1" };

  const retention = await part("pc-retention", "viewer ", [[/^GET forecast\/v1\/portfolio/, { definitions, items: [figure] }]]);

  assert.match(words(retention.shadowRoot), /7 renewed, 3 lost \(.* kept\)/);
});

const OVERRIDE = { overrideId: "o-1", measure: "nps", points: 80_000, because: "A tester's.", author: "s-1", setAt: "2026-03-01T10:00:00Z", until: "2026-03-31T10:00:00Z", state: "in-force" };

async function overrides(roles) {
  const health = { score: 51_000, computed: 42_000, at: "2026-03-01T10:00:00Z", measures: [{ measure: "nps", points: 80_000, sentence: "9 of 10" }, { measure: "csm-pulse", points: 25_000, sentence: "Pulse 2 of 5" }] };
  const accounts = await part("pc-accounts", roles, [
    [/^GET health\/v1\/accounts\?/, { items: [{ accountId: "acme", name: "Acme", score: 51_000, grade: "C", arr: EUR(100) }] }],
    [/^GET health\/v1\/accounts\/totals/, { all: { accounts: 1, arr: [EUR(100)] } }],
    [/^GET health\/v1\/accounts\/acme\/health/, health],
    [/^GET health\/v1\/accounts\/acme\/overrides/, { items: [OVERRIDE, { ...OVERRIDE, overrideId: "o-0", state: "replaced" }] }],
    [/^POST health\/v1\/accounts\/acme\/pulse/, { pulse: 2 }],
    ...RENEWALS,
  ]);
  button(accounts, "Why").click();
  const found = await until(() => all(accounts, "pc-overrides")[0]);
  await shown(found, "A tester's.");
  return { accounts, found };
}

test("an account says its pulse, its score without overrides, and who overrides what", async () => {
  const { accounts, found } = await overrides("viewer ");

  assert.match(words(accounts.shadowRoot), /Pulse 2 of 5; without overrides the score would be 42/);
  assert.match(words(found.shadowRoot), /nps 80 in force A tester's\./);
  assert.deepEqual(all(found, "button"), []);
});

test("an account opens to its renewals and nobody else's", async () => {
  const { accounts } = await overrides("viewer ");
  const renewals = all(accounts, "pc-renewals")[0];

  await shown(renewals, "Value confirmed");

  assert.equal(all(renewals, "select").length, 0);
  assert.ok(asked.some(({ url }) => url === "forecast/v1/renewals?limit=50&account=acme"));
});

test("a csm overrides a measure in points, the service hears thousandths", async () => {
  const { found } = await overrides("csm ");

  submit(await filled(found, "Override", { measure: "nps", points: "72.5", until: "", because: "See the call." }));

  const { body } = await told("health/v1/accounts/acme/overrides");
  assert.deepEqual(body, { measure: "nps", points: 72_500, because: "See the call." });
});

test("what is open stays with its account when the order of accounts changes", async () => {
  const { accounts, found } = await overrides("csm ");
  const other = { accountId: "globex", name: "Globex", score: 12_000, grade: "E", arr: EUR(100) };
  const acme = { accountId: "acme", name: "Acme", score: 51_000, grade: "C", arr: EUR(100) };

  services.answers = [[/^GET health\/v1\/accounts\?/, { items: [other, acme] }], ...services.answers];
  accounts.reading.wake(0);

  await shown(accounts, "Globex");
  assert.equal(all(accounts, "pc-overrides")[0], found);
  assert.equal(found.accountId, "acme");
});

test("an override in force is cleared, one that is over is not offered", async () => {
  const { found } = await overrides("csm ");
  assert.equal(all(found, "li button").length, 1);

  button(found, "Clear").click();

  await until(() => taken().length === 1);
  assert.deepEqual(taken(), ["health/v1/accounts/acme/overrides/o-1"]);
});

test("a pulse is given as a number", async () => {
  const { found } = await overrides("lead ");

  submit(await filled(found, "Pulse", { pulse: "2" }));

  assert.deepEqual((await told("health/v1/accounts/acme/pulse")).body, { pulse: 2 });
  await shown(found, "The pulse is 2 now");
});
