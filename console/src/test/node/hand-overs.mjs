// What the page shows of accounts that pass from one of our people to another, and what people do with them.
// Usage: node hand-overs.mjs <copy of the directory web/app below this one>
import assert from "node:assert/strict";
import { test } from "node:test";
import { all, app, asked, button, filled, part, shown, submit, told, until, words, world } from "./world.mjs";

await app("views.js");

const HAND_OVER = {
  handOverId: "h-1",
  accountId: "acme",
  role: "csm",
  former: "s-2",
  recipient: "s-1",
  notes: { context: "They migrate.", openRisks: "Price.", promises: "none", contacts: "CTO", renewals: "30 June" },
  proposedBy: "s-2",
  proposedAt: "2026-03-02T10:00:00Z",
  answerBy: "2026-03-04T10:00:00Z",
  takesEffectAt: "2026-03-09T10:00:00Z",
  state: "proposed",
};
const PEOPLE = [
  { staffId: "s-1", name: "Ana Lima", roles: ["csm"], roleTerms: [] },
  { staffId: "s-2", name: "Ben Berg", roles: ["csm"], roleTerms: [{ role: "account-manager", from: "2026-06-01", until: null }] },
];

async function handOvers(roles, found, ...more) {
  return part("pc-hand-overs", roles, [...more, [/^GET router\/v1\/hand-overs/, found], [/^GET router\/v1\/directory/, { items: PEOPLE }]]);
}

/** Chooses a list, as people do. */
async function list(element, key) {
  const select = all(element, "#list")[0];
  select.value = key;
  select.dispatchEvent(new world.Event("change"));
  await until(() => words(all(element, "caption")[0]) === `Hand-overs: ${words(select.querySelector(`[value=${key}]`))}`);
}

const addresses = () => asked.map(({ url }) => url);
const acts = (element) => all(element, "td button").map((one) => words(one));

test("an account that waits for somebody shows what to know, and is accepted or rejected with a reason", async () => {
  const waiting = await handOvers("csm ", { items: [HAND_OVER] });
  assert.ok(addresses().includes("router/v1/hand-overs?state=proposed&waitsOn=me&limit=50"));
  assert.match(words(waiting.shadowRoot), /acme csm, Ben Berg to Ana Lima; proposed by Ben Berg.*They migrate\..*Price\..*answer by Mar 4.*takes effect Mar 9/);

  button(waiting, "Accept").click();
  await told("router/v1/hand-overs/h-1/accept");
  submit(await filled(waiting, "Reject", { because: "Contacts are missing." }));

  assert.deepEqual((await told("router/v1/hand-overs/h-1/reject")).body, { because: "Contacts are missing." });
});

const NOTED = { context: "They migrate.", openRisks: "Price.", promises: "None.", contacts: "CTO", renewals: "30 June" };

test("a csm hands an account over with all that there is to know, and hears until when it is answered", async () => {
  const proposing = await handOvers("csm ", { items: [] }, [/^POST router\/v1\/hand-overs$/, HAND_OVER]);

  submit(await filled(proposing, "Hand over", { accountId: "acme", role: "csm", to: "s-1", ...NOTED, takesEffectAt: "2026-03-09T00:00" }));

  const { body } = await told("router/v1/hand-overs");
  assert.deepEqual(body, { accountId: "acme", role: "csm", to: "s-1", ...NOTED, takesEffectAt: new Date("2026-03-09T00:00").toISOString() });
  await shown(proposing, "acme waits for Ana Lima, who is to answer by Mar 4");
});

test("an account may pass in every role that somebody has or will have", async () => {
  const proposing = await handOvers("csm ", { items: [] });

  const form = await filled(proposing, "Hand over", {});

  assert.deepEqual([...form.querySelectorAll("[name=role] option")].map((one) => one.value), ["", "account-manager", "csm"]);
});

test("why somebody may not hand an account over is said, and what was written stays", async () => {
  const proposing = await handOvers("csm ", { items: [] }, [/^POST/, { detail: "Ben Berg, their deputy while they are away, a lead or CS Ops may propose it." }]);

  submit(await filled(proposing, "Hand over", { accountId: "acme", role: "csm", to: "s-1", ...NOTED }));

  await shown(proposing, "a lead or CS Ops may propose it.");
  assert.equal(all(proposing, "[name=context]")[0].value, "They migrate.");
});

test("what somebody proposed is withdrawn with a reason, also when it was rejected, and is not theirs to answer", async () => {
  const rejected = { ...HAND_OVER, state: "rejected", because: "Contacts are missing.", answeredBy: "s-1", answeredAt: "2026-03-03T10:00:00Z" };
  const mine = await handOvers("csm ", { items: [rejected] });

  await list(mine, "mine");

  assert.ok(addresses().includes("router/v1/hand-overs?proposedBy=me&limit=50"));
  assert.match(words(mine.shadowRoot), /rejected Contacts are missing\. Ana Lima, Mar 3/);
  assert.deepEqual(acts(mine), ["Withdraw… acme"]);
  submit(await filled(mine, "Withdraw", { because: "She stays." }));
  assert.deepEqual((await told("router/v1/hand-overs/h-1/withdraw")).body, { because: "She stays." });
});

test("what took effect or was withdrawn is not to be changed", async () => {
  const over = ["effective", "withdrawn"].map((state) => ({ ...HAND_OVER, handOverId: state, state, because: null }));
  const mine = await handOvers("csm lead ", { items: over });

  await list(mine, "mine");

  assert.deepEqual(acts(mine), []);
});

test("a lead answers and withdraws what others have, nobody else does", async () => {
  for (const [roles, offered] of [["lead ", ["Accept acme", "Reject… acme", "Withdraw… acme"]], ["csm ", []], ["ops ", []], ["admin ", []]]) {
    const everybodys = await handOvers(roles, { items: [HAND_OVER] });

    await list(everybodys, "proposed");

    assert.deepEqual(acts(everybodys), offered, roles);
  }
});

test("who may not hand accounts over is not offered to", async () => {
  assert.equal(button(await handOvers("admin ", { items: [] }), "Hand over"), undefined);
});

test("older hand-overs are asked for", async () => {
  const first = await handOvers("csm ", { items: [HAND_OVER], next: "c2" });

  button(first, "Older ones").click();

  await until(() => addresses().includes("router/v1/hand-overs?state=proposed&waitsOn=me&limit=50&cursor=c2"));
});

test("why an act was refused is said, and what was written stays", async () => {
  const waiting = await handOvers("csm ", { items: [HAND_OVER] }, [/^POST/, { detail: "It was withdrawn." }]);

  submit(await filled(waiting, "Reject", { because: "Too many." }));

  await shown(waiting, "It was withdrawn.");
  assert.equal(all(waiting, "[name=because]")[0].value, "Too many.");
});
