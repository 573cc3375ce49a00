// What the parts of the page for tasks and reasons do.
// Usage: node page.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { all, app, asked, button, filled, part as alone, posted, services, submit, until, words, world } from "./world.mjs";

await app("tasks.js", "triage.js", "reasons.js");

const TASK = {
  taskId: "t-1",
  title: "Usage drop: Acme",
  state: "open",
  accountId: "acme",
  reason: "usage.drop",
  severity: "high",
  sentence: "Usage fell by 40%",
  role: "csm",
  why: "Ana is the account's csm.",
  escalationLevel: 0,
  valueAtRisk: { minor: 5_000_000, currency: "EUR" },
  next: { clock: "accept", at: "2026-03-02T14:00:00Z", left: "PT3H30M", over: "PT0S" },
};
const WRONG_TOO_OFTEN = { reason: "usage.drop", judged: 20, right: 7, percent: 35, proposal: "Raise the threshold.", answers: { helped: 7, "false-alarm": 13, "wrong-person": 2 } };
const WHOLE = {
  ...TASK,
  ask: "Find out why usage fell.",
  minutes: 60,
  holds: true,
  evidence: [{ sentence: "12 active users this week, 20 before" }],
  contributions: [],
  signals: [],
  clocks: [{ clock: "first-touch", cycle: 1, state: "running", dueAt: "2026-03-03T10:00:00Z", target: "PT8H", consumed: "PT1H", remaining: "PT7H" }],
  log: [{ at: "2026-03-02T10:00:00Z", sentence: "Updated by Ana Lima.", note: "They <b>wait</b>." }],
  deliveries: [],
  path: [{ stage: "play", sentence: "Its play is usage-drop." }],
  precision: WRONG_TOO_OFTEN,
};
const SERVICES = [
  [/^GET router\/v1\/tasks\?/, { items: [TASK] }],
  [/^GET router\/v1\/tasks\/t-1$/, WHOLE],
  [/^POST router\/v1\/tasks\/t-1\//, { ...WHOLE, state: "acknowledged" }],
  [/^GET router\/v1\/reasons$/, { items: [WRONG_TOO_OFTEN] }],
  [/^GET router\/v1\/triage/, { items: [{ accountName: "Old Ltd", reason: "usage.drop", severity: "high", sentence: "Usage fell" }] }],
  [/^POST router\/v1\/triage\/release$/, { items: [{ became: "task" }, { became: "joined" }] }],
];

const part = (tag, roles, answers = SERVICES) => alone(tag, roles, answers);

async function opened(roles, answers) {
  const tasks = await part("pc-tasks", roles, answers);
  button(tasks, "Open").click();
  const task = await until(() => all(tasks, "pc-task")[0]);
  await until(() => task.shadowRoot && words(task.shadowRoot).includes("What happened"));
  return task;
}

test("a csm begins with their own tasks, in sight, and sees the business time that is left", async () => {
  const tasks = await part("pc-tasks", "csm ");

  assert.match(asked[0].url, /assignee=me/);
  assert.match(asked[0].url, /snoozed=no/);
  assert.match(words(tasks.shadowRoot), /accept: 3 h 30 min left/);
  assert.match(words(tasks.shadowRoot), /usage\.drop 35% right of 20/);
});

test("a lead begins with their team's tasks", async () => {
  await part("pc-tasks", "lead ");

  assert.match(asked[0].url, /team=me/);
});

test("who has no tasks of their own begins with everybody's", async () => {
  const answers = [[/^GET router\/v1\/tasks\?.*(assignee|team)=me/, { items: [] }], ...SERVICES];

  const tasks = await part("pc-tasks", "csm lead ", answers);

  assert.match(words(tasks.shadowRoot), /Usage drop: Acme/);
  assert.deepEqual(all(tasks, "#whose option[selected]").map(words), ["Everybody's"]);
});

test("another list is asked for at once", async () => {
  const tasks = await part("pc-tasks", "lead ");
  const whose = all(tasks, "#whose")[0];

  whose.value = "none";
  whose.dispatchEvent(new world.Event("change"));

  await until(() => asked.some(({ url }) => url.includes("assignee=none")));
});

test("a task opens to what to do, why, its clocks and what happened", async () => {
  const task = await opened("csm ");
  const shown = words(task.shadowRoot);

  for (const part of ["Find out why usage fell.", "12 active users", "first touch", "7 h", "Updated by Ana Lima.", "Raise the threshold.", "Its play is usage-drop."]) {
    assert.ok(shown.includes(part), `${part} in ${shown}`);
  }
  assert.ok(shown.includes("They <b>wait</b>."), "notes are text, whatever stands in them");
});

test("a task is completed with its outcome and the closing question", async () => {
  const task = await opened("csm ");
  const form = await filled(task, "Complete", { outcome: "succeeded", closing: "false-alarm", touch: "", note: "" });

  submit(form);

  await until(() => all(task, "form").length === 0);
  assert.equal(posted()[0].url, "router/v1/tasks/t-1/complete");
  assert.deepEqual(posted()[0].body, { outcome: "succeeded", closing: "false-alarm" });
});

test("an act whose answer was lost is told again under its key, another act under another", async () => {
  const task = await opened("csm ");
  const form = await filled(task, "Customer reached", { kind: "call", note: "They call back." });
  services.lost = 1;

  submit(form);
  await until(() => all(task, ".fault").length === 1);
  submit(form);
  await until(() => all(task, "form").length === 0);
  submit(await filled(task, "Customer reached", { kind: "call", note: "They call back." }));
  await until(() => posted().length === 3 && all(task, "form").length === 0);

  const [first, again, next] = posted();
  assert.match(first.key, /^[0-9a-f]{32}$/);
  assert.equal(again.key, first.key);
  assert.notEqual(next.key, first.key);
});

test("a snooze says its end with a zone", async () => {
  const task = await opened("csm ");
  const until_ = "2026-03-05T09:00";

  submit(await filled(task, "Snooze", { until: until_, note: "They are away." }));

  await until(() => posted().length === 1);
  assert.deepEqual(posted()[0].body, { until: new Date(until_).toISOString(), note: "They are away." });
});

test("a task is paused for a reason, and a day stays a day", async () => {
  const task = await opened("csm ");
  assert.equal(button(task, "Resume"), undefined);

  submit(await filled(task, "Pause", { because: "customer-freeze", until: "2026-12-31", note: "" }));

  await until(() => posted().length === 1);
  assert.equal(posted()[0].url, "router/v1/tasks/t-1/pause");
  assert.deepEqual(posted()[0].body, { because: "customer-freeze", until: "2026-12-31" });
});

test("a task that is paused says for what, and is resumed", async () => {
  const paused = { because: "waiting-for-customer", since: "2026-03-02T10:00:00Z", until: "2026-03-09T10:00:00Z" };
  const task = await opened("csm ", [[/^GET router\/v1\/tasks\/t-1$/, { ...WHOLE, paused }], ...SERVICES]);
  assert.match(words(task.shadowRoot), /Paused until .*: waiting for customer/);
  assert.equal(button(task, "Pause…"), undefined);

  submit(await filled(task, "Resume", {}));

  await until(() => posted()[0]?.url === "router/v1/tasks/t-1/resume");
});

test("a refusal is shown in the service's words, and what was written stays", async () => {
  const refusing = [[/^POST/, { detail: "The task is completed; nothing can be done with it." }], ...SERVICES];
  const task = await opened("csm ", refusing);

  submit(await filled(task, "Update", { note: "Slow." }));

  const fault = await until(() => all(task, ".fault")[0]);
  assert.match(words(fault), /nothing can be done with it/);
  assert.equal(all(task, "textarea")[0].value, "Slow.");
});

test("who may only look sees no act; CS Ops works", async () => {
  const seen = await opened("viewer ");
  assert.equal(button(seen, "Acknowledge"), undefined);
  assert.equal(button(seen, "Comment"), undefined);

  const worked = await opened("ops ");
  assert.ok(button(worked, "Acknowledge"));
});

test("an ended task can still be commented on, and nothing else", async () => {
  const ended = { ...WHOLE, state: "completed", ending: { at: "2026-03-02T12:00:00Z", outcome: "failed", closing: "no-effect" } };
  const task = await opened("csm ", [[/^GET router\/v1\/tasks\/t-1$/, ended], ...SERVICES]);

  assert.deepEqual(all(task, "button").map(words), ["Comment…"]);
  assert.match(words(task.shadowRoot), /failed, no effect|failed, no-effect/);
});

test("why a task could not be had stays on the page while the list is read again", async () => {
  const answers = [[/^POST/, { detail: "You are not in the directory." }], ...SERVICES];
  const tasks = await part("pc-tasks", "ops ", answers);

  all(tasks, "td.acts button").find((one) => words(one).startsWith("Acknowledge")).click();
  await until(() => asked.filter(({ url }) => url.startsWith("router/v1/tasks?")).length === 2);
  await until(() => all(tasks, ".fault")[0]);
  await new Promise((next) => setTimeout(next, 50));

  assert.match(words(all(tasks, ".fault")[0]), /not in the directory/);
});

test("what left the list is no longer chosen", async () => {
  const other = { ...TASK, taskId: "t-2" };
  const lists = [{ items: [TASK, other] }, { items: [other] }];
  const tasks = await part("pc-tasks", "ops ", [[/^GET router\/v1\/tasks\?/, lists[0]], ...SERVICES]);
  all(tasks, "[type=checkbox]").forEach((box) => box.click());
  await until(() => words(all(tasks, "pc-bulk")[0].shadowRoot).includes("2 chosen"));

  services.answers = [[/^GET router\/v1\/tasks\?/, lists[1]], ...SERVICES];
  tasks.reading.wake(0);

  await until(() => words(all(tasks, "pc-bulk")[0].shadowRoot).includes("1 chosen"));
});

test("a task that is open stays in view when others come before it", async () => {
  const many = (count) => Array.from({ length: count }, (_, index) => ({ ...TASK, taskId: `n-${index}` }));
  const tasks = await part("pc-tasks", "ops ", [[/^GET router\/v1\/tasks\?/, { items: [TASK, ...many(3)] }], ...SERVICES]);
  button(tasks, "Open").click();
  const task = await until(() => all(tasks, "pc-task")[0]);

  services.answers = [[/^GET router\/v1\/tasks\?/, { items: [...many(12), TASK] }], ...SERVICES];
  tasks.reading.wake(0);

  await until(() => all(tasks, "[type=checkbox]").length > 4);
  assert.equal(all(tasks, "pc-task")[0], task);
});

test("one act is done to all tasks that are chosen, and says of which it was refused", async () => {
  const refused = { taskId: "t-2", became: "refused", problem: { detail: "The task is completed." } };
  const answers = [
    [/^GET router\/v1\/tasks\?/, { items: [TASK, { ...TASK, taskId: "t-2" }] }],
    [/^POST router\/v1\/tasks\/bulk$/, { items: [{ taskId: "t-1", became: "done" }, refused] }],
    ...SERVICES,
  ];
  const tasks = await part("pc-tasks", "csm ", answers);
  const bulk = all(tasks, "pc-bulk")[0];
  await until(() => button(bulk, "Comment")?.disabled);

  all(tasks, "[type=checkbox]").forEach((box) => box.click());
  await until(() => words(bulk.shadowRoot).includes("2 chosen"));
  submit(await filled(bulk, "Comment", { note: "Their site was down." }));

  await until(() => words(bulk.shadowRoot).includes("1 done, 1 refused. The task is completed."));
  assert.deepEqual(posted()[0].body, { act: "comment", taskIds: ["t-1", "t-2"], note: "Their site was down." });
  await until(() => words(bulk.shadowRoot).includes("0 chosen"));
});

test("what is done to one task at a time is not offered for many", async () => {
  const bulk = all(await part("pc-tasks", "csm "), "pc-bulk")[0];
  await until(() => button(bulk, "Snooze"));

  assert.equal(button(bulk, "Pause"), undefined);
});

test("what became of the last tasks of a list is said, though nothing is left in it", async () => {
  const refused = { taskId: "t-1", became: "refused", problem: { detail: "The task is completed." } };
  const tasks = await part("pc-tasks", "csm ", [[/^POST router\/v1\/tasks\/bulk$/, { items: [refused] }], ...SERVICES]);
  const bulk = all(tasks, "pc-bulk")[0];
  all(tasks, "[type=checkbox]")[0].click();
  await until(() => words(bulk.shadowRoot).includes("1 chosen"));
  const form = await filled(bulk, "Comment", { note: "Slow." });

  services.answers = [[/^GET router\/v1\/tasks\?/, { items: [] }], ...services.answers];
  submit(form);

  await until(() => words(tasks.shadowRoot).includes("Nothing here"));
  assert.match(words(all(tasks, "pc-bulk")[0].shadowRoot), /1 refused\. The task is completed\./);
});

test("a lead releases the most valuable of what imports found; others only see it", async () => {
  const triage = await part("pc-triage", "lead ");
  all(triage, "#top")[0].value = "2";

  submit(all(triage, "form")[0]);

  await until(() => /Released 2: 1 became/.test(words(triage.shadowRoot)));
  assert.deepEqual(posted()[0].body, { top: 2 });
  assert.equal(all(await part("pc-triage", "csm "), "form").length, 0);
});

test("reasons stand with how often they were right and what to re-tune", async () => {
  const reasons = await part("pc-reasons", "viewer ");

  assert.match(words(reasons.shadowRoot), /usage drop.*Raise the threshold\..*35%.*20.*7.*13.*2/);
});
