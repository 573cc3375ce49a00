// Sends through the CloudEvents SDK, unmodified, in all three modes of HTTP, and prints what it sent:
// {"binary": [...], "structured": [...], "batched": [...], "answers": {"accepted": n, "duplicates": n}}.
// The SDK knows nothing of retries or answers, so like any of its users this sends again what was not answered.
import { request } from 'node:http';
import { CloudEvent, HTTP, Mode, emitterFor } from 'cloudevents';

const [door, writeKey, count, prefix = 'npm', perSecond = '0'] = process.argv.slice(2);
const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
const BATCH = 50;

const sent = { binary: [], structured: [], batched: [], answers: { accepted: 0, duplicates: 0 } };

function post(message) {
  return new Promise((answered, failed) => {
    const call = request(`${door}/v1/events`, { method: 'POST', timeout: 10000, headers: { ...message.headers, authorization } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part) => (body += part)).on('end', () => answered({ status: answer.statusCode, body }));
    });
    call.on('error', failed).on('timeout', () => call.destroy(new Error('no answer')));
    call.end(message.body);
  });
}

const pause = (millis) => new Promise((over) => setTimeout(over, millis));

async function deliver(message) {
  for (;;) {
    const answer = await post(message).catch(() => ({ status: 503 }));
    if (answer.status === 200) {
      const { accepted, duplicates, refused } = JSON.parse(answer.body);
      if (refused.length > 0) throw new Error(answer.body);
      sent.answers.accepted += accepted;
      sent.answers.duplicates += duplicates;
      return;
    }
    if (answer.status !== 503) throw new Error(`${answer.status} ${answer.body}`);
    await pause(250);
  }
}

function event(mode) {
  const id = `${prefix}-${mode}-${sent[mode].length}`;
  sent[mode].push(id);
  return new CloudEvent({
    id,
    source: '/npm/cloudevents',
    type: 'io.playcaller.usage.recorded.v1',
    subject: 'report 7',
    time: new Date().toISOString(),
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    data: { accountId: `${prefix}-account`, event: 'Report Exported', userId: `${prefix}-user`, quantity: 1 },
  });
}

const binary = emitterFor(deliver, { binding: HTTP, mode: Mode.BINARY });
const structured = emitterFor(deliver, { binding: HTTP, mode: Mode.STRUCTURED });
// The SDK reads batches and leaves writing them to its users: the JSON batch format is an array of its events.
const batched = (events) =>
  deliver({ headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) });

const each = Math.floor(Number(count) / 3);
for (let done = 0; done < each; done += BATCH) {
  const wave = Math.min(BATCH, each - done);
  const began = Date.now();
  await Promise.all([
    ...Array.from({ length: wave }, () => binary(event('binary'))),
    ...Array.from({ length: wave }, () => structured(event('structured'))),
    batched(Array.from({ length: wave }, () => event('batched'))),
  ]);
  if (Number(perSecond) > 0) await pause((3 * wave * 1000) / Number(perSecond) - (Date.now() - began));
}
console.log(JSON.stringify(sent));
