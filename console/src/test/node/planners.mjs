// What the page shows to those who plan: targets and what would become of them, credit, and our own people.
// Usage: node planners.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { all, app, asked, button, filled, part, posted, put, shown, submit, told, until, words, world } from "./world.mjs";

await app("views.js");

const EUR = (minor) => ({ minor, currency: "EUR" });
const shownIn = (element) => words(element.shadowRoot);

function choose(element, id, value) {
  const field = all(element, `#${id}`)[0];
  field.value = value;
  field.dispatchEvent(new world.Event("change"));
}

const range = (mean) => ({ low: mean - 0.1, median: mean, high: mean + 0.05, mean });
const figure = (group, mean, target) => ({ quarter: "2026-Q4", group, currency: "EUR", renewalsDue: 12, grr: range(mean), nrr: range(mean + 0.1), target });
const TARGET = { quarter: "2026-Q4", segment: "all", currency: "EUR", version: 2, grr: 0.92, nrr: null, author: "opal", at: "2026-11-01T10:00:00Z" };
const SMB = { ...TARGET, segment: "small-business", version: 1, grr: 0.8, nrr: 0.95 };
const LATER = { ...TARGET, quarter: "2028-Q1", version: 1 };
const AHEAD = { items: [figure("all", 0.9, { grr: 0.92, grrReached: 0.31, nrr: null, nrrReached: null })] };
const BY_SEGMENT = { items: [figure("small-business", 0.85, { grr: 0.8, grrReached: 0.77, nrr: 0.95, nrrReached: 0.5 })] };

const targets = (roles, items, ...more) => part("pc-targets", roles, [...more, [/^GET forecast\/v1\/targets$/, { items }], [/^GET forecast\/v1\/portfolio\?quarters=4&by=segment/, BY_SEGMENT], [/^GET forecast\/v1\/portfolio/, AHEAD]]);

test("a target stands beside how probable it is and what is expected, of the whole and of a segment", async () => {
  const text = shownIn(await targets("viewer ", [TARGET, SMB, LATER]));

  assert.match(text, /2026-Q4 All EUR 92\.0% reached with 31\.0%; expected 90\.0% – .* opal, version 2/);
  assert.match(text, /2026-Q4 small business EUR 80\.0% reached with 77\.0%; expected 85\.0% 95\.0% reached with 50\.0%; expected 95\.0%/);
  assert.match(text, /2028-Q1 All EUR 92\.0% not forecast/);
});

test("figures by segment are asked for only where a segment has a target", async () => {
  await targets("viewer ", [TARGET]);

  assert.deepEqual(asked.map(({ url }) => url), ["forecast/v1/targets", "forecast/v1/portfolio?quarters=4"]);
});

test("operations set a target in percent, the service hears shares", async () => {
  const list = await targets("ops ", [TARGET], [/^PUT/, TARGET]);

  submit(await filled(list, "Set a target", { quarter: "2027-Q1", segment: "all", currency: "EUR", grr: "91.1", nrr: "" }));

  await until(() => put().length === 1);
  assert.equal(put()[0].url, "forecast/v1/targets/2027-Q1/all/EUR");
  assert.deepEqual(put()[0].body, { grr: 0.911 });
});

test("a target is taken back, and who may only look sets none", async () => {
  button(await targets("admin ", [TARGET], [/^PUT/, TARGET]), "Take back").click();

  await until(() => put().length === 1);
  assert.deepEqual(put()[0].body, {});
  assert.deepEqual(all(await targets("lead ", [TARGET]), "button"), []);
});

const COVERAGE = {
  definitions: { needed: "target NRR x base - kept", won: "growth of decided ones", pipeline: "open opportunities", expected: "by the forecast", work: "customers", byPipeline: "(won + pipeline) / needed", byForecast: "(won + expected) / needed", elsewhere: "of others", blank: "no-target" },
  items: [
    { quarter: "2026-Q4", group: "all", currency: "EUR", won: EUR(1_200_00), pipeline: { opportunities: 3, arr: EUR(5_400_00) }, expected: EUR(780_600_00), work: { signals: 4, plays: 1 }, target: { nrr: 1.05, needed: EUR(4_400_00), byPipeline: 1.5, byForecast: 0.45 } },
    { quarter: "2027-Q1", group: "all", currency: "EUR", won: EUR(0), pipeline: { opportunities: 0, arr: EUR(0) }, expected: EUR(0), work: { signals: 0, plays: 0 }, target: null },
  ],
  undated: [{ opportunities: 2, arr: EUR(9_300_00) }],
};
const growth = (items) => part("pc-expansion", "viewer ", [[/^GET forecast\/v1\/targets$/, { items: [] }], [/^GET forecast\/v1\/expansion-coverage/, { ...COVERAGE, items }]]);

test("the growth that a target needs stands beside what covers it, each by itself", async () => {
  const text = shownIn(await growth(COVERAGE.items));

  assert.match(text, /2026-Q4 EUR, NRR 105\.0% €4\.4K €1\.2K €5\.4K 3 150\.0% €780\.6K 45\.0% 4 ready, 1 worked on/);
  assert.doesNotMatch(text, /2027-Q1/);
  assert.match(text, /2 opportunities of €9\.3K say no day/);
});

test("without an NRR that is aimed at nothing is covered", async () => {
  assert.match(shownIn(await growth([])), /No NRR is aimed at/);
});

test("without targets the page says who sets them", async () => {
  assert.match(shownIn(await targets("viewer ", [])), /No quarter has a target\. Operations and admins set them\./);
});

const line = { stage: "preparing", owner: "s-1", finalCall: { by: "model", category: "at-risk" }, model: null, csm: null, manager: null, disagreement: null, faults: [] };
const renewal = (contractId, accountName) => ({ contractId, accountName, renewalOn: "2026-12-31", noticeBy: null, daysToNotice: null, arr: EUR(1_000_000), line });
const ANSWER = {
  definitions: { base: "ARR due for renewal in the quarter", level: 0.9 },
  assumed: ["amounts stay as forecast"],
  lifts: { "usage-drop": { points: 0.05, from: "measured" } },
  lost: 1,
  recategorised: 0,
  helped: 12,
  base: [{ ...figure("all", 0.9), expected: EUR(9_150_000) }],
  scenario: [{ ...figure("all", 0.8), expected: EUR(8_120_000) }],
  difference: [{ quarter: "2026-Q4", currency: "EUR", expected: EUR(-1_030_000), grr: -0.1, nrr: -0.1, grrLow: -0.1 }],
};

/** The scenario above renewals of which the first is chosen, or none. */
async function whatIf(chosen, ...answers) {
  const renewals = await part("pc-renewals", "viewer ", [...answers, [/^GET forecast\/v1\/renewals/, { items: [renewal("c-1", "Acme"), renewal("c-2", "Globex")] }]]);
  if (chosen) all(renewals, "input[type=checkbox]")[0].dispatchEvent(new world.Event("change"));
  const scenario = await until(() => all(renewals, "pc-scenario")[0]);
  await shown(scenario, chosen ? "1 chosen: Acme" : "Choose renewals");
  return { renewals, scenario };
}

test("what the quarters keep when a renewal is lost and a play works stands beside what is forecast", async () => {
  const { scenario } = await whatIf(true, [/^POST/, ANSWER]);

  submit(await filled(scenario, "What if", { become: "lost", play: "usage-drop", lift: "" }));

  assert.deepEqual((await told("forecast/v1/portfolio/scenarios")).body, { lose: ["c-1"], plays: { "usage-drop": null } });
  await shown(scenario, "1 renewal lost; usage drop adds +5 pp (measured), on 12 renewals.");
  assert.match(shownIn(scenario), /2026-Q4 EUR €91\.5K to €81\.2K -€10\.3K 90\.0% to 80\.0% -10 pp \(70\.0% to 85\.0%\)/);
});

test("renewals are called otherwise, and a lift is stated in points", async () => {
  const { scenario } = await whatIf(true, [/^POST/, ANSWER]);

  submit(await filled(scenario, "What if", { become: "commit", play: "usage-drop", lift: "2.5" }));

  assert.deepEqual((await told("forecast/v1/portfolio/scenarios")).body, { categories: { "c-1": "commit" }, plays: { "usage-drop": 0.025 } });
});

test("what is chosen stays chosen in another list, until none is", async () => {
  const { renewals, scenario } = await whatIf(true);

  choose(renewals, "category", "lost");
  await until(() => asked.some(({ url }) => url.includes("category=lost")));
  assert.match(shownIn(scenario), /1 chosen: Acme/);
  button(scenario, "Choose none").click();

  await shown(scenario, "Choose renewals below");
});

test("a scenario of nothing is not asked for, and one that is refused says why", async () => {
  const { scenario } = await whatIf(false, [/^POST/, { status: 400, detail: "plays must be a stated lift where none was measured, is usage-drop" }]);

  submit(await filled(scenario, "What if", { play: "", lift: "" }));
  await shown(scenario, "Choose renewals in the table, or name a play.");
  assert.deepEqual(posted(), []);
  all(scenario, "[name=play]")[0].value = "usage-drop";
  submit(all(scenario, "form")[0]);

  await shown(scenario, "plays must be a stated lift where none was measured, is usage-drop");
});

const entry = { contractId: "c-1", movementId: "m-1", number: 1, kind: "expansion", on: "2026-10-01", share: { staffId: "ana", role: "csm", percent: 30, overlay: true }, amount: EUR(3_000_000), policy: "2026-1", splitId: "s", reverses: null, because: "a split was registered" };
const LEDGER = { items: [{ entryNo: 8, postedAt: "2026-10-03T10:00:00Z", entry: { ...entry, number: 2, amount: EUR(-3_000_000), reverses: 1, because: "the amount changed" } }, { entryNo: 7, postedAt: "2026-10-02T10:00:00Z", entry }], next: "7." };
const POLICY = { version: "2026-1", from: "2026-01-01", rules: { renewal: { usual: { "account-manager": 100 }, splits: [{ csm: 30, "account-manager": 70 }], overlay: { roles: [], atLeast: 0, atMost: 0 }, total: 100 }, expansion: { usual: { "account-manager": 100 }, splits: [], overlay: { roles: ["csm"], atLeast: 25, atMost: 50 }, total: 150 } } };
const credits = (roles, ledger, ...more) =>
  part("pc-credits", roles, [...more, [/^GET forecast\/v1\/credits\/policies/, { items: [POLICY] }], [/^GET forecast\/v1\/credits\?/, ledger], [/^GET router\/v1\/directory/, { items: [{ staffId: "ana", name: "Ana Lima" }, { staffId: "abe", name: "Abe" }] }]]);

test("credit stands with who, for what, how much and why, and what was taken back says so", async () => {
  const text = shownIn(await credits("viewer ", LEDGER));

  assert.match(text, /7 Ana Lima csm c-1 expansion on .* 30% on top €30,000 a split was registered policy 2026-1/);
  assert.match(text, /8 Ana Lima .* -€30,000 taken back the amount changed/);
});

test("older entries follow where the newest ended, and the ledger of a person begins at its newest", async () => {
  const list = await credits("viewer ", LEDGER);

  button(list, "Older ones").click();
  await until(() => asked.some(({ url }) => url === "forecast/v1/credits?order=newest&limit=100&cursor=7."));
  choose(list, "person", "ana");

  await until(() => asked.some(({ url }) => url === "forecast/v1/credits?order=newest&limit=100&staffId=ana"));
});

test("a split is registered as people write it", async () => {
  const split = { contractId: "c-1", kind: "expansion", from: "2026-12-01" };
  const list = await credits("csm ", LEDGER, [/^POST/, split]);

  submit(await filled(list, "Register a split", { contractId: "c-1", kind: "expansion", shares: "abe account-manager 100\nana csm 25% on top\n", from: "", reason: "" }));

  const shares = [{ staffId: "abe", role: "account-manager", percent: 100, overlay: false }, { staffId: "ana", role: "csm", percent: 25, overlay: true }];
  assert.deepEqual((await told("forecast/v1/credits")).body, { contractId: "c-1", kind: "expansion", shares });
  await shown(list, "Registered for c-1: it divides each expansion from");
});

test("who may only look registers nothing, and an empty ledger says what fills it", async () => {
  const list = await credits("viewer ", { items: [], next: null });

  assert.deepEqual(all(list, "button"), []);
  assert.match(shownIn(list), /Nothing was credited yet\. A renewal, an expansion or an uplift is/);
});

test("rules of engagement say the usual division, what may be registered, and what may come on top", async () => {
  const policies = await part("pc-credit-policies", "viewer ", [[/^GET forecast\/v1\/credits\/policies/, { items: [POLICY] }]]);

  assert.match(shownIn(policies), /expansion account manager 100% nothing else csm: 25% to 50% 150%.*renewal account manager 100% account manager 70%, csm 30% – 100%/);
});

test("what nobody is credited for says what is missing", async () => {
  const items = [{ contractId: "c-9", movements: ["nobody holds account-manager on 2026-10-01"] }];

  assert.match(shownIn(await part("pc-uncredited", "viewer ", [[/^GET forecast\/v1\/credits\/unassigned/, { items, next: null }]])), /c-9 nobody holds account-manager on 2026-10-01/);
  assert.match(shownIn(await part("pc-uncredited", "viewer ", [[/^GET/, { items: [], next: null }]])), /Whatever moved is credited to somebody\./);
});

const ANA = { staffId: "ana", name: "Ana Lima", email: "ana@example.com", roles: ["csm"], roleTerms: [{ role: "onboarding", until: "2026-12-31" }], manager: "lea", deputy: "lea", team: "emea", pools: ["csm"], languages: ["pt"], skills: ["billing"], calendar: "uk", minutesAWeek: 1440, identities: {}, notify: [], source: "api" };
const LEA = { staffId: "lea", name: "Lea", email: "lea@example.com", roles: ["team-lead"], roleTerms: [], pools: [], languages: [], skills: [], calendar: "uk", minutesAWeek: 1440, identities: {}, notify: [], source: "file" };
const people = (roles, items, unmatched = []) => part("pc-directory", roles, [[/^GET router\/v1\/directory\/unmatched/, { items: unmatched }], [/^GET router\/v1\/directory$/, { items }]]);

test("of our people roles, place and abilities are shown, and to who plans who is away", async () => {
  const away = { ...ANA, absences: [{ from: "2026-12-24", until: "2026-12-31" }], leavesAt: "2027-01-31T17:00:00Z" };

  const text = shownIn(await people("lead ", [away, { ...LEA, absences: [] }], [{ staffId: "ana", name: "Ana Lima", email: "ana@example.com", tool: "slack" }]));

  assert.match(text, /Ana Lima ana, entered over HTTP csm, onboarding until Dec 31, 2026 team emea, under Lea deputy Lea, calendar uk pool csm, pt, billing 24 Dec 24, 2026 to Dec 31, 2026 leaves Jan 31, 2027/);
  assert.match(text, /Without an id in a tool in which others have one: Ana Lima \(slack\)\./);
});

test("who does not plan is not told who is away, and people are chosen by role", async () => {
  const list = await people("viewer ", [ANA, LEA]);
  assert.match(shownIn(list), /Who is away or leaves is shown to leads, operations and admins\./);

  choose(list, "role", "onboarding");

  await until(() => all(list, "tbody tr").length === 1);
  assert.match(words(all(list, "tbody")[0]), /Ana Lima/);
});

test("an empty directory says what that means", async () => {
  assert.match(shownIn(await people("viewer ", [])), /The directory is empty.*Tasks stand before CS Ops\./);
});

test("a service that is away says so in its part of the page", async () => {
  const directory = await part("pc-directory", "viewer ", [[/^GET router\/v1\/directory$/, { status: 503, detail: "router does not answer" }]]);

  assert.equal(shownIn(directory), "router does not answer");
});
