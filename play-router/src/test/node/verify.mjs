// Verifies every message that a tool received with the npm package standardwebhooks, and that nothing else passes: another body,
// another id, another secret. Arguments: where the tool says what it received, the secret, the one before, a word that stands in the
// messages.
import { Webhook } from "standardwebhooks";

const [received, secret, previous, word] = process.argv.slice(2);
const messages = (await (await fetch(received)).json()).filter((message) => message.body.includes(word));

function passes(key, message, change) {
  const changed = { ...message, ...change };
  try {
    return new Webhook(key).verify(changed.body, changed);
  } catch {
    return null;
  }
}

const other = "whsec_" + Buffer.from("another secret of 24 byte").toString("base64");
const verified = messages.map((message) => ({
  id: message["webhook-id"],
  type: passes(secret, message, {})?.type ?? null,
  typeByPrevious: passes(previous, message, {})?.type ?? null,
  otherBody: passes(secret, message, { body: message.body + " " }) !== null,
  otherId: passes(secret, message, { "webhook-id": "another" }) !== null,
  otherSecret: passes(other, message, {}) !== null,
}));
console.log(JSON.stringify(verified));
