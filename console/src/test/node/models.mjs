// What the page shows of models, and what those who own them do: draft, try in shadow, put in force, go back.
// Usage: node models.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING, all, app, asked, button, filled, part, posted, shown, submit, taken, told, until, words } from "./world.mjs";

await app("views.js");

const shownIn = (element) => words(element.shadowRoot);

const MODEL = { hash: "0123456789abcdef", version: "2026-11", author: "files", reason: "shipped", createdAt: "2026-11-01T10:00:00Z", active: true, activatedAt: "2026-11-01T10:00:00Z" };
const SHADOW = { shadow: { hash: "fedcba9876543210", version: "2026-12", since: "2026-11-20T10:00:00Z", author: "opal", reason: "softer silence" }, accounts: 240, compared: 200, meanDifference: -1500, meanDistance: 2500, grades: [{ inForce: "A", shadow: "A", accounts: 190 }, { inForce: "A", shadow: "B", accounts: 10 }], differ: { items: [{ accountId: "acme", name: "Acme", score: 81_200, grade: "A", shadowScore: 48_000, shadowGrade: "D" }], next: null } };
const NONE = { shadow: null, accounts: 0, compared: 0, meanDifference: null, meanDistance: null, grades: [], differ: { items: [], next: null } };

test("models of health say which is in force, and what the one in shadow would change", async () => {
  const items = [{ ...MODEL, hash: SHADOW.shadow.hash, version: "2026-12", active: false, activatedAt: null }, MODEL];

  const models = await part("pc-health-models", "viewer ", [[/^GET health\/v1\/models\/shadow/, SHADOW], [/^GET health\/v1\/models/, { items }]]);

  assert.match(shownIn(models), /200 of 240 accounts: 10 would have another grade; scores differ by -1\.5 points on average, 2\.5 without their signs\. The furthest apart: Acme 81 \(A\), in shadow 48 \(D\)\./);
  assert.match(shownIn(models), /2026-12 fedcba987654 in shadow never .*2026-11 0123456789ab in force/);
});

const FILES = { "scorecards.yaml": "model: 2026-11\n", "profile.yaml": "products: []\n" };
const WHOLE = { ...MODEL, files: FILES, activations: [{ number: 2, hash: MODEL.hash, version: "2026-11", replaced: "x", author: "opal", reason: "back to what was", at: "2026-11-10T10:00:00Z" }] };
const DRAFT = { ...MODEL, hash: SHADOW.shadow.hash, version: "2026-12", active: false, activatedAt: null };
const answers = (compared, ...more) => [
  ...more,
  [/^GET health\/v1\/models\/shadow/, compared],
  [/^GET health\/v1\/models\/0123456789abcdef/, WHOLE],
  [/^GET health\/v1\/models\?/, { items: [DRAFT, MODEL] }],
  [/^DELETE/, NOTHING],
];
const models = (roles, compared = NONE, ...more) => part("pc-health-models", roles, answers(compared, ...more));

async function opened(roles, ...more) {
  const list = await models(roles, NONE, ...more);
  all(list, "button").filter((one) => words(one).startsWith("Open"))[1].click();
  const model = await until(() => all(list, "pc-health-model")[0]);
  await shown(model, "back to what was");
  return model;
}

test("a model opens to its files, and to when it was put in force, by whom and why", async () => {
  const model = await opened("viewer ");

  assert.match(shownIn(model), /scorecards\.yaml model: 2026-11 profile\.yaml products: \[\].*opal back to what was/);
  assert.deepEqual(all(model, "button"), []);
});

test("that no model is in shadow is no fault", async () => {
  const models = await part("pc-health-models", "viewer ", [[/^GET health\/v1\/models\/shadow/, NONE], [/^GET health\/v1\/models/, { items: [MODEL] }]]);

  assert.match(shownIn(models), /No model is in shadow\..*in force/);
  assert.deepEqual(all(models, ".fault"), []);
});

test("a lead drafts another file of a model, the others stay as they are, and the list is read again", async () => {
  const model = await opened("lead ", [/^POST health\/v1\/models$/, { ...WHOLE, hash: "aaaabbbbccccdddd", version: "2026-12" }]);
  const lists = () => asked.filter(({ method, url }) => method === "GET" && url.startsWith("health/v1/models?")).length;
  const before = lists();

  submit(await filled(model, "Draft with another scorecards.yaml", { content: "model: 2026-12\r\n", reason: "Softer silence." }));

  assert.deepEqual((await told("health/v1/models")).body, { files: { ...FILES, "scorecards.yaml": "model: 2026-12\n" }, reason: "Softer silence." });
  await shown(model, "Draft 2026-12 aaaabbbbcccc is stored.");
  await until(() => lists() > before);
});

test("the form of a draft begins with the file as it is", async () => {
  const model = await opened("ops ");

  button(model, "Draft with another profile.yaml").click();

  const content = await until(() => all(model, "[name=content]")[0]);
  assert.equal(content.value, FILES["profile.yaml"]);
});

test("every fault of a draft is said with its file, line and key, and what was written stays", async () => {
  const detail = "scorecards.yaml:3 cards[0].weights: sums to 90; make it sum to 100\nscorecards.yaml:9 grades: is missing; say it";
  const errors = [{ field: "/files/scorecards.yaml:3 cards[0].weights", expected: "make it sum to 100", actual: "sums to 90" }, { field: "/files/scorecards.yaml:9 grades", expected: "say it", actual: "is missing" }];
  const model = await opened("admin ", [/^POST/, { status: 400, detail, errors }]);

  submit(await filled(model, "Draft with another scorecards.yaml", { content: "model: x", reason: "A try." }));

  const fault = await until(() => all(model, ".fault")[0]);
  assert.equal(fault.textContent, detail);
  assert.equal(all(model, "[name=content]")[0].value, "model: x");
});

test("a draft is put in shadow and in force with a reason", async () => {
  const list = await models("lead ", NONE, [/^POST/, {}]);

  submit(await filled(list, "Put in shadow", { reason: "A look." }));
  assert.deepEqual((await told("health/v1/models/fedcba9876543210/shadow")).body, { reason: "A look." });
  await until(() => all(list, "form").length === 0);
  submit(await filled(list, "Put in force", { reason: "It is good." }));

  assert.deepEqual((await told("health/v1/models/fedcba9876543210/activate")).body, { reason: "It is good." });
});

test("a shadow is ended, and what was in force before comes back", async () => {
  const list = await models("ops ", SHADOW, [/^POST/, {}]);

  submit(await filled(list, "End shadow", { reason: "Seen & done." }));
  await until(() => taken().length === 1);
  assert.deepEqual(taken(), ["health/v1/models/shadow?reason=Seen+%26+done."]);
  await until(() => all(list, "form").length === 0);
  submit(await filled(list, "Roll back", { reason: "Too soft." }));

  assert.deepEqual((await told("health/v1/models/rollback")).body, { reason: "Too soft." });
});

test("who may only look sees models and changes none", async () => {
  const list = await models("csm ", SHADOW);

  assert.deepEqual(all(list, "button").map((one) => words(one).split(" ")[0]), ["Open", "Open"]);
  assert.deepEqual(posted(), []);
});

test("the model of renewals says who chose it, and how the last attempts went", async () => {
  const attempts = [{ at: "2026-11-20T10:00:00Z", inForce: "prior", data: { closed: 300 }, drift: {}, drifting: false, verdicts: [], made: null }];
  const choices = [{ version: "fit-2026-10", since: "2026-10-01T10:00:00Z", author: "renewal-forecast", reason: "it was better" }];

  const models = await part("pc-renewal-models", "viewer ", [[/^GET forecast\/v1\/models/, { inForce: "fit-2026-10", prior: "prior-1", choices, models: [], attempts }]]);

  assert.match(shownIn(models), /In force: fit-2026-10\..*renewal-forecast it was better.*prior nothing was better holds/);
});
