// What the page shows to those who lead: what worked, capacity, meetings, the funnel and messages.
// Usage: node leaders.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { all, app, asked, button, filled, part, posted, services, shown, submit, told, until, words, world } from "./world.mjs";

const [{ forget }] = await app("dear.js", "views.js");

const shownIn = (element) => words(element.shadowRoot);

/** Chooses in a list of a part, as people do. */
function choose(element, id, value) {
  const select = all(element, `#${id}`)[0];
  select.value = value;
  select.dispatchEvent(new world.Event("change"));
}

const LIFT = { play: "usage-drop", daysAfter: 90, metric: "recovered", currency: null, treated: 412, treatedMean: 0.6, holdout: 51, holdoutMean: 0.5, difference: 0.1, low: 0.012, high: 0.188, says: "helps" };
const PROGRAMME = {
  quarter: "2026-Q4",
  definitions: { metric: "recovered", daysAfter: 90, lift: "by the looks of the quarter", precision: "share of the runs whose signal held" },
  items: [
    { play: "usage-drop", proposal: "keep", because: "it helps, the whole interval says so", moreAccounts: null, lift: LIFT, money: null, runsEnded: 40, precision: 0.85, costOfRun: null, decision: null },
    { play: "new-sponsor", proposal: "collect", because: "an arm has too few accounts", moreAccounts: 210, lift: null, money: null, runsEnded: 0, precision: 0, costOfRun: null, decision: { decision: "KEEP", reason: "New.", author: "lea", at: "2026-11-01T10:00:00Z" } },
  ],
};

async function programme(roles, answer = PROGRAMME) {
  forget("forecast/v1/programme");
  return part("pc-programme", roles, [[/^GET forecast\/v1\/programme/, answer], [/^POST/, {}]]);
}

test("what a play did stands with its interval, with how many accounts, and with what it means", async () => {
  const plays = await programme("viewer ");

  assert.match(shownIn(plays), /usage drop Keep it helps, the whole interval says so It helps: \+10 pp \(\+1\.2 pp to \+18\.8 pp\) 412 and 51 85\.0% of 40 runs/);
  assert.match(shownIn(plays), /new sponsor Collect an arm has too few accounts; 210 more accounts would tell – – – Keep: New\. lea/);
  assert.ok(all(plays, "abbr").some((one) => /whose reason is no longer open, 90 days after/.test(one.getAttribute("title")) && one.getAttribute("tabindex") === "0"));
  assert.deepEqual(all(plays, "button"), []);
});

test("a lead writes down what was decided about a play, and the list is read again", async () => {
  const plays = await programme("lead ");

  submit(await filled(plays, "Decide", { decision: "optimize", reason: "Shorter text." }));

  assert.deepEqual((await told("forecast/v1/programme/2026-Q4/plays/usage-drop/decisions")).body, { decision: "optimize", reason: "Shorter text." });
  await until(() => asked.filter(({ method }) => method === "GET").length === 2);
});

test("without any play that was looked back at the page says when there will be some", async () => {
  assert.match(shownIn(await programme("lead ", { ...PROGRAMME, items: [] })), /No play ended a run in 2026-Q4.*30, 60 and 90 days after runs begin/);
});

test("what is dear to compute is asked for once, though it is shown twice", async () => {
  await programme("viewer ");
  world.document.body.replaceChildren();

  await part("pc-programme", "viewer ", services.answers);

  assert.deepEqual(asked, []);
});

const BY_REASON = [
  { ...LIFT, reason: "com.price", treated: 90, holdout: 12, difference: 0.02, low: null, high: null, says: "too-few" },
  { ...LIFT, reason: "com.price", daysAfter: 30 },
  { ...LIFT, play: "new-sponsor", reason: "usage.drop" },
  { ...LIFT, play: "new-sponsor", reason: "usage.drop", metric: "arr", currency: "EUR", difference: 1_234_00, low: -1_500_00, high: 2_668_00, says: "unclear" },
];
const LIFT_MEANS = { unit: "an account, by its first run", difference: "mean less mean", interval: "holds at every look", level: 0.95, multiplicity: "each row by itself", intervals: 12, mostWrong: 0.6, leastPerArm: 30 };

async function liftsByReason(items) {
  ["lift?by=reason", "programme"].forEach((path) => forget(`forecast/v1/${path}`));
  return part("pc-reason-lifts", "viewer ", [[/^GET forecast\/v1\/lift\?by=reason$/, { definitions: LIFT_MEANS, items }], [/^GET forecast\/v1\/programme/, PROGRAMME]]);
}

test("what a play did stands by reason, of the measure by which plays are judged, with interval and accounts", async () => {
  const lifts = await liftsByReason(BY_REASON);

  assert.deepEqual(all(lifts, "tbody tr").map(words), [
    "new sponsor usage drop usage.drop It helps: +10 pp (+1.2 pp to +18.8 pp) 412 and 51",
    "usage drop com price com.price Too few to say: +2 pp 90 and 12",
  ]);
  assert.match(shownIn(lifts), /fewer than 30 accounts there is none\. Of the 12 intervals of all measures 0\.6 at most, on average, ever miss the truth/);
  assert.match(shownIn(lifts), /Interval 95\.0%, holds at every look; each row by itself/);
});

test("lifts of ARR by reason stand in their currency", async () => {
  const lifts = await liftsByReason(BY_REASON);

  choose(lifts, "measure", "arr 90");

  await until(() => all(lifts, "tbody tr").length === 1);
  assert.match(shownIn(lifts), /usage drop usage\.drop EUR Not clear: €1\.2K \(-€1\.5K to €2\.7K\) 412 and 51/);
});

test("without any look back there is no lift by reason, and the page says when there will be one", async () => {
  assert.match(shownIn(await liftsByReason([])), /No play was looked back at yet\..*30, 60 and 90 days after runs begin/);
});

const YEAR = "from=2025-11-27&until=2026-11-27";
const OUTCOMES = [
  [/^GET forecast\/v1\/kpis/, { quarter: "2026-Q4", until: "2026-11-27", items: [] }],
  [
    /^GET forecast\/v1\/saves/,
    {
      definitions: { from: "2025-11-27", until: "2026-11-27", atRisk: "a risk was open", saved: "90% went on", rate: "saved / all three", interval: "95%, Wilson", grain: "contract" },
      items: [{ reason: "usage.drop", currency: "EUR", saved: { contracts: 6, arr: { minor: 600_000_00, currency: "EUR" } }, contracted: { contracts: 1, arr: { minor: 1, currency: "EUR" } }, lost: { contracts: 3, arr: { minor: 30_000_00, currency: "EUR" } }, byCount: { value: 0.6, low: 0.31, high: 0.83, n: 9 }, byAmount: { value: 0.55, low: null, high: null, n: 9 } }],
    },
  ],
  [
    /^GET forecast\/v1\/time-to-value/,
    {
      definitions: { milestone: "first-value", from: "2025-11-27", until: "2026-11-27", asOf: "2026-11-27", grain: "account", days: "from its first contract", method: "Kaplan-Meier" },
      items: [{ segment: null, n: 40, arrived: 25, quarter: { value: 12, low: 9, high: 20 }, median: { value: 35, low: 28, high: null }, threeQuarters: { value: null, low: null, high: null }, curve: [] }, { segment: "smb", n: 0, arrived: 0, quarter: {}, median: {}, threeQuarters: {}, curve: [] }],
    },
  ],
  [
    /^GET forecast\/v1\/score-accuracy/,
    {
      definitions: { daysBefore: 90, score: "that the snapshot kept", wentOn: "something goes on", interval: "95%", grain: "contract" },
      auc: { value: 0.8123, low: 0.71, high: 0.9, n: 60 },
      lost: 12,
      bands: [{ grade: "A", contracts: 40, wentOn: { value: 0.95, low: 0.84, high: 0.99, n: 38 } }, { grade: "E", contracts: 20, wentOn: null }],
    },
  ],
  [
    /^GET forecast\/v1\/losses/,
    {
      items: [
        { contractId: "c-1", accountId: "acme", on: "2026-10-01", kind: "full", before: { minor: 1_000_00, currency: "EUR" }, lost: { minor: 1_000_00, currency: "EUR" }, state: "overdue", dueOn: "2026-10-08", reason: null, avoidable: null, green: true, known: { day: "2026-07-03", renews: 910_000, signals: [{ reason: "usage.drop" }] } },
        { contractId: "c-2", accountId: "globex", on: "2026-09-01", kind: "partial", before: { minor: 2_000_00, currency: "EUR" }, lost: { minor: 500_00, currency: "EUR" }, state: "reviewed", dueOn: "2026-09-08", reason: "com.price", avoidable: true, green: false, known: null },
      ],
    },
  ],
];

async function outcomes(tag) {
  ["kpis", `saves?${YEAR}`, `losses?${YEAR}`, `time-to-value?${YEAR}&as-of=2026-11-27`, `score-accuracy?${YEAR}`].forEach((path) => forget(`forecast/v1/${path}`));
  return part(tag, "viewer ", OUTCOMES);
}

test("save rates are those of the year that ends with the figures, each with interval and n", async () => {
  const saves = await outcomes("pc-saves");

  assert.ok(asked.some(({ url }) => url === `forecast/v1/saves?${YEAR}`));
  assert.match(shownIn(saves), /usage drop usage\.drop EUR 60\.0% \(31\.0% to 83\.0%\) 55\.0% 9 6 1 3/);
  assert.match(shownIn(saves), /Rate saved \/ all three At risk a risk was open Saved 90% went on Interval 95%, Wilson Grain contract/);
});

test("days to first value stand by segment, and who has not arrived is counted", async () => {
  const days = await outcomes("pc-time-to-value");

  assert.match(shownIn(days), /All together 12 days \(9 to 20\) 35 days \(28 to …\) not yet 25 of 40/);
  assert.equal(all(days, "tbody tr").length, 1);
});

test("how right the score was stands by grade, with n", async () => {
  const right = await outcomes("pc-score-accuracy");

  assert.match(shownIn(right), /A 40 95\.0% \(84\.0% to 99\.0%\) E 20 – AUC 0\.81 \(0\.71 to 0\.90\); n = 60, of which 12 were lost\./);
});

test("a loss says why, whether it was reviewed, and what was known before", async () => {
  const losses = await outcomes("pc-losses");
  assert.match(shownIn(losses), /acme c-1 .* nobody said overdue by .* green 91\.0% to renew on .*; open: usage drop/);
  assert.match(shownIn(losses), /globex c-2 .*partly com price avoidable reviewed no snapshot/);

  choose(losses, "state", "green");

  await until(() => !shownIn(losses).includes("globex"));
  assert.match(shownIn(losses), /acme/);
});

const CAPACITY = {
  from: "2026-08-29",
  until: "2026-11-27",
  definitions: { people: "the fewest", attainment: "share begun in time", streams: "usual tasks", measured: "tasks that began", minutes: "of the play", toAccept: "hours", toComplete: "hours", inTime: "before its clock ran out" },
  measured: {
    byRole: [{ of: ["csm"], tasks: 120, accepted: 110, completed: 100, minutes: 5400, toAccept: { n: 110, median: 2.5, ninth: 20 }, toComplete: { n: 100, median: 30, ninth: 90.5 }, judged: 108, inTime: 0.9 }],
    bySegmentAndStage: [],
    tasksWithoutBeginning: 3,
  },
  books: { items: [] },
  plan: [{ role: "csm", quarter: "2027-Q1", sharing: "pool", promisedPercent: 95, withinMinutes: 120, streams: [{ name: "usual", tasks: 300, minutesEach: 45 }], people: 6, peopleNow: 4, more: 2, because: "attainment", staffing: [{ people: 5, attainment: 0.81, utilisation: 0.9 }, { people: 6, attainment: 0.97, utilisation: 0.8 }] }],
};

async function capacity(tag, answer = CAPACITY) {
  forget("forecast/v1/capacity");
  return part(tag, "lead ", [[/^GET forecast\/v1\/capacity/, answer]]);
}

test("the plan says who is missing, what asks for them, and what becomes of the promise with one fewer", async () => {
  assert.match(shownIn(await capacity("pc-plan")), /csm 2027-Q1 6 4 2 the promise 97\.0% of 95% within 120 min; with one fewer 81\.0% 300/);
});

test("work is shown by role, or by segment and stage, and says what is in no figure", async () => {
  const work = await capacity("pc-work");
  assert.match(shownIn(work), /csm 120 100 90 2\.5, 20 30, 90\.5 90\.0% of 108/);
  assert.match(shownIn(work), /3 tasks whose beginning was not heard are in no figure/);

  choose(work, "by", "bySegmentAndStage");

  await shown(work, "No task began between");
});

test("the fullest book stands first, and accounts of nobody before all", async () => {
  const book = (more) => ({ staffId: null, accounts: { named: 12 }, people: 1, percent: 50, fill: "within", aboveSince: null, breached: false, ...more });
  const items = [
    book({ book: "pool/pooled", people: 3, accounts: { pooled: 300 } }),
    book({ book: "person/ana", staffId: "ana", percent: 120, fill: "above", aboveSince: "2026-10-01", breached: true }),
    book({ book: "nobody/named", fill: "unserved", percent: 0, people: 0 }),
  ];

  const books = await part("pc-books", "lead ", [[/^GET router\/v1\/coverage/, { items }], [/^GET router\/v1\/directory/, { items: [{ staffId: "ana", name: "Ana Lima" }] }]]);

  assert.deepEqual(all(books, "th[scope=row]").map(words), ["Nobody's named", "Ana Lima ana", "Pool pooled"]);
  assert.match(shownIn(books), /Ana Lima ana 12 named 1 120% above since .*, longer than allowed/);
});

const DECISION = { decisionId: "d-1", kind: "weekly", day: "2026-11-16", what: "Call Acme's new director.", owner: "ana", dueOn: "2026-11-20", accountId: "acme", decidedBy: "lea", decidedAt: "2026-11-16T09:00:00Z", doneAt: null, doneBy: null, outcome: null };
const PACKET = {
  kind: "weekly",
  day: "2026-11-23",
  since: "2026-11-16",
  madeAt: "2026-11-23T09:00:00Z",
  open: [DECISION],
  decided: [],
  sections: [
    { key: "forecast-shift", title: "What is expected to renew", definition: "opening + entered = closing", grain: "currency", currencyRule: "each-by-itself", n: 1, columns: ["currency", "contracts", "closing"], rows: [["EUR", 12, 123_456_00]], notAvailable: null },
    { key: "saves-by-reason", title: "Saves by reason", definition: "rate = saved / all", grain: "contract", currencyRule: "each-by-itself", n: 80, columns: ["reason", "currency", "lost", "rate", "low"], rows: [["usage.drop", "EUR", 3, 0.61, null]], notAvailable: null },
    { key: "forecast-moves", title: "Forecasts that moved", definition: "that moved", grain: "contract", currencyRule: "each-by-itself", n: 0, columns: [], rows: [], notAvailable: "no snapshots were kept" },
  ],
};

async function meeting(roles) {
  ["weekly", "quarterly"].forEach((kind) => forget(`forecast/v1/meetings/${kind}`));
  return part("pc-meeting", roles, [
    [/^GET forecast\/v1\/meetings\/quarterly/, { ...PACKET, kind: "quarterly", open: [], sections: [] }],
    [/^GET forecast\/v1\/meetings/, PACKET],
    [/^POST/, DECISION],
  ]);
}

test("each table of a packet says what it means and n, and amounts stand in their currency", async () => {
  const packet = await meeting("viewer ");

  assert.match(shownIn(packet), /opening \+ entered = closing\. One row: currency; currencies: each by itself; n = 1\./);
  assert.match(shownIn(packet), /currency contracts closing EUR 12 €123\.5K/);
  assert.match(shownIn(packet), /n = 80, the first 1\. reason currency lost rate low usage drop EUR 3 61\.0% –/);
  assert.match(shownIn(packet), /Not available, because no snapshots were kept\./);
  assert.match(shownIn(packet), /Call Acme's new director\. ana, due .*, acme/);
  assert.equal(button(packet, "Decide"), undefined);
});

test("what a meeting decides is written down for its day", async () => {
  const packet = await meeting("lead ");

  submit(await filled(packet, "Decide", { what: "Offer a review.", owner: "ana", dueOn: "2026-12-01", accountId: "" }));

  assert.deepEqual((await told("forecast/v1/meetings/weekly/2026-11-23/decisions")).body, { what: "Offer a review.", owner: "ana", dueOn: "2026-12-01" });
  await until(() => asked.filter(({ method }) => method === "GET").length === 2);
});

test("a decision that was carried out says what came of it", async () => {
  const packet = await meeting("csm ");

  submit(await filled(packet, "Done", { outcome: "They stay." }));

  assert.deepEqual((await told("forecast/v1/meetings/decisions/d-1/done")).body, { outcome: "They stay." });
});

test("another meeting has another packet", async () => {
  const packet = await meeting("lead ");

  choose(packet, "kind", "quarterly");

  await until(() => !shownIn(packet).includes("Call Acme's new director."));
  assert.deepEqual(posted(), []);
});

const STEP = { stage: "onboarding", owner: "onboarding", waitsFor: "kickoff", accounts: 12, arr: [{ minor: 412_345_00, currency: "EUR" }], waiting: { median: 17, p90: 44 }, beyondTarget: 3, stalled: 2, stallReason: "onb.stalled" };

test("the funnel says how many wait for what, what they are worth, and how long they have waited", async () => {
  const funnel = await part("pc-funnel", "viewer ", [[/^GET health\/v1\/funnel/, { at: "2026-03-02T09:00:10Z", steps: [STEP] }]]);

  assert.match(shownIn(funnel), /onboarding onboarding kickoff 12 €412.3K 17, 44 3 2/);
  assert.equal(all(funnel, "[title='onb stalled']").length, 1);
});

test("an empty funnel says what would fill it", async () => {
  const funnel = await part("pc-funnel", "viewer ", [[/^GET health\/v1\/funnel/, { at: null, steps: [{ ...STEP, accounts: 0, arr: [] }] }]]);

  assert.match(shownIn(funnel), /No account has a stage yet.*contracts and milestones/);
});

const MESSAGE = { messageId: "m-1", playRunId: "r-1", play: "gone-silent", step: "first-mail", accountId: "acme", personId: "p-9", template: "gone-silent-1", channel: "mail", state: "skipped", reason: "weekly-limit", sentence: "They had two messages within seven days.", attempts: 0, askedAgainAt: null, until: "2026-03-05T10:00:00Z", createdAt: "2026-03-02T10:00:00Z", settledAt: "2026-03-02T10:00:00Z" };

test("a message that was withheld says why, and does not say to whom", async () => {
  const messages = await part("pc-messages", "viewer ", [[/^GET router\/v1\/messages/, { items: [MESSAGE] }]]);
  assert.match(shownIn(messages), /acme gone silent first mail: gone silent 1 by mail Withheld They had two messages within seven days\./);
  assert.doesNotMatch(shownIn(messages), /p-9/);

  choose(messages, "state", "sent");

  await until(() => asked.some(({ url }) => url.includes("state=sent")));
});
