// What the views of the page show, and what its parts do on which people hold, silence, release and send again.
// Usage: node desks.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { all, app, button, filled, part, services, shown, submit, taken, told, until, words, world } from "./world.mjs";

await app("views.js");

/** The page for somebody with these roles, as it begins. */
async function page(roles) {
  services.answers = [[/^GET health\/v1\/accounts\/totals/, { all: { accounts: 0, arr: [] } }]];
  world.location.hash = "";
  world.document.body.innerHTML = `<pc-views roles="${roles}"></pc-views>`;
  const views = world.document.querySelector("pc-views");
  await until(() => views.querySelector("pc-tasks"));
  return views;
}

test("of the views only the one that the address names is there", async () => {
  const views = await page("csm ");

  world.location.hash = "#forecast";
  world.dispatchEvent(new world.Event("hashchange"));

  await until(() => views.querySelector("pc-renewals"));
  assert.equal(views.querySelector("pc-tasks"), null);
  assert.equal(words(views.querySelector("h1")), "Forecast");
  assert.equal(words(views.querySelector("[aria-current=page]")), "Forecast");
});

test("who may only look is not shown hand-overs, which they may not read", async () => {
  assert.equal((await page("viewer ")).querySelector("pc-hand-overs"), null);
  assert.ok((await page("csm ")).querySelector("pc-hand-overs"));
});

const BRAKE = [
  [/^GET router\/v1\/brake/, { total: { limit: 200, begun: 180 }, plays: [{ play: "usage-drop", limit: 50, begun: 50, held: 40, since: "2026-03-01T10:00:00Z", causes: [{ what: "source", value: "web", count: 39 }] }, { play: "onboarding", limit: 50, begun: 1, held: 0, causes: [] }] }],
  [/^POST/, { play: "usage-drop", count: 40, became: { task: 38, joined: 2 }, held: 0 }],
];

test("what the brake holds is released with a reason, and what became of it is said", async () => {
  const brake = await part("pc-brake", "lead ", BRAKE);
  assert.match(words(brake.shadowRoot), /180 of at most 200 runs.*usage drop 39 of source web/);
  assert.doesNotMatch(words(brake.shadowRoot), /onboarding/);

  submit(await filled(brake, "Release", { because: "The source was mended." }));

  assert.deepEqual((await told("router/v1/brake/usage-drop/release")).body, { because: "The source was mended." });
  await shown(brake, "40 looked at, 38 task, 2 joined; 0 held still.");
});

test("a csm sees the brake and does not work it", async () => {
  assert.deepEqual(all(await part("pc-brake", "csm ", BRAKE), "button"), []);
});

const SILENCE = { silenceId: "s-1", match: { account: ["acme", "globex"] }, not: { severity: ["high"] }, alsoCritical: false, from: "2026-03-01T10:00:00Z", until: "2026-03-05T10:00:00Z", because: "Migration.", author: "s-9", state: "in-force" };

test("a silence says which signals, and ends with a zone", async () => {
  const silences = await part("pc-silences", "ops ", [[/^GET router\/v1\/silences/, { items: [SILENCE] }], [/^POST/, SILENCE]]);
  assert.match(words(silences.shadowRoot), /account acme or globex, not severity high/);

  submit(await filled(silences, "Silence", { trait: "reason", words: "usage.drop, sen.silence", until: "2026-03-05T09:00", because: "Migration.", critical: "" }));

  const { body } = await told("router/v1/silences");
  assert.deepEqual(body, { match: { reason: ["usage.drop", "sen.silence"] }, until: new Date("2026-03-05T09:00").toISOString(), because: "Migration.", alsoCritical: false });
});

test("a silence is withdrawn", async () => {
  const silences = await part("pc-silences", "ops ", [[/^GET router\/v1\/silences/, { items: [SILENCE] }]]);

  button(silences, "Withdraw").click();

  await until(() => taken().length === 1);
  assert.deepEqual(taken(), ["router/v1/silences/s-1"]);
});

const TOOL = { name: "slack", state: "stopped", target: "hooks.example.com", because: "It said stop.", pending: 7, failed: 0, disabled: 5, allowance: { percent: 91, warning: 90 } };
const tools = (hold, tool = TOOL) => [[/^GET router\/v1\/connectors$/, { items: [tool] }], [/^GET router\/v1\/connectors\/hold$/, hold]];

test("a tool that said stop is enabled again, and delivery is held with a reason", async () => {
  const connectors = await part("pc-connectors", "ops ", tools({ held: false }));
  assert.match(words(connectors.shadowRoot), /slack hooks\.example\.com stopped It said stop\. 7 0 and 5 when it said stop 91%/);

  button(connectors, "Enable").click();
  await told("router/v1/connectors/slack/enable");
  submit(await filled(connectors, "Hold", { because: "We look at the mapping." }));

  assert.deepEqual((await told("router/v1/connectors/hold")).body, { because: "We look at the mapping." });
});

test("delivery that is held says why, and is released", async () => {
  const connectors = await part("pc-connectors", "admin ", tools({ held: true, since: "2026-03-01T10:00:00Z", because: "The database was restored." }));
  assert.match(words(connectors.shadowRoot), /Delivery is held since .*: The database was restored\./);

  button(connectors, "Release").click();

  await told("router/v1/connectors/hold/release");
});

const GIVEN_UP = { ...TOOL, state: "running", because: null, failed: 12, disabled: 3 };

test("what a tool was not told is sent again since a moment, and what became of it is said", async () => {
  const answer = { name: "slack", again: 9, left: 2, overtaken: 3, ended: 1 };
  const connectors = await part("pc-connectors", "admin ", [...tools({ held: false }, GIVEN_UP), [/^POST/, answer]]);

  submit(await filled(connectors, "Send again", { since: "2026-03-01T09:00" }));

  assert.deepEqual((await told("router/v1/connectors/slack/replay")).body, { since: new Date("2026-03-01T09:00").toISOString() });
  await shown(connectors, "slack: 9 wait to be sent again, 2 are left for another time; not sent: 3 with later news, 1 of tasks that are over.");
});

test("why what was given up is not sent again is said", async () => {
  const refusal = { status: 400, detail: "/since must be at most 30 days before now" };
  const connectors = await part("pc-connectors", "ops ", [...tools({ held: false }, GIVEN_UP), [/^POST/, refusal]]);

  submit(await filled(connectors, "Send again", { since: "2025-03-01T09:00" }));

  await shown(connectors, "/since must be at most 30 days before now");
});

for (const [who, roles, tool] of [
  ["a lead, who may not,", "lead ", GIVEN_UP],
  ["an admin whose tool said stop", "admin ", { ...GIVEN_UP, state: "stopped" }],
  ["an admin whose tool was told all", "admin ", { ...GIVEN_UP, failed: 0, disabled: 0 }],
]) {
  test(`${who} is not offered to send again`, async () => {
    assert.equal(button(await part("pc-connectors", roles, tools({ held: false }, tool)), "Send again"), undefined);
  });
}

test("all that is wrong with what was written is said at once", async () => {
  const errors = [{ field: "/until", expected: "after now", actual: "2026-01-01T00:00:00Z" }, { field: "/match/reason", expected: "one of usage.drop", actual: "usage" }];
  const silences = await part("pc-silences", "lead ", [[/^POST/, { detail: "/until must be after now", errors }]]);

  submit(await filled(silences, "Silence", { trait: "reason", words: "usage", until: "2026-01-01T00:00", because: "Migration.", critical: "" }));

  await shown(silences, "/until must be after now, is 2026-01-01T00:00:00Z; /match/reason must be one of usage.drop, is usage");
});
