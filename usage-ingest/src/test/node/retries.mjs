// How often unmodified SDKs send one event, by what they are answered. Prints {"segment": {"401": 1, ...}, "rudderstack": {...}}.
// 401 and 403 are the answers of the door under test, to a key that nobody has and to one that may not send events. The others
// come from a server here: a refusal each time, or once what the door answers when it cannot store, and then 200.
import { createServer } from 'node:http';
import { Analytics as Segment } from '@segment/analytics-node';
import RudderStack from '@rudderstack/rudder-sdk-node';

const [door, keyWithoutScope] = process.argv.slice(2);

const RETRYABLE = [429, 500, 503];
const FINAL = [400, 409, 413, 415];

const requests = new Map();
const server = createServer((request, response) => {
  const tries = (requests.get(request.url) ?? 0) + 1;
  requests.set(request.url, tries);
  const status = Number(request.url.split('/').pop());
  const answered = tries > 1 && RETRYABLE.includes(status) ? 200 : status;
  request.resume().on('end', () => {
    response.writeHead(answered, answered === 200 ? {} : { 'Retry-After': '1', 'X-RateLimit-Reset': '1' });
    response.end(answered === 200 ? '{"accepted":1}' : '{"type":"urn:playcaller:problem:trial"}');
  });
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const trial = `http://127.0.0.1:${server.address().port}`;

async function bySegment(host, path, writeKey) {
  const client = new Segment({ host, path, writeKey, flushAt: 1 });
  let sent = 0;
  client.on('http_request', () => sent++);
  client.on('error', () => {});
  await new Promise((ended) => client.track({ userId: 'retry-user', event: 'Login' }, ended));
  await client.closeAndFlush({ timeout: 15000 });
  return sent;
}

async function byRudderStack(host, path, writeKey) {
  let sent = 0;
  const client = new RudderStack(writeKey, { dataPlaneUrl: host, path, flushAt: 1, logLevel: 'none', errorHandler: () => {} });
  client.axiosInstance.interceptors.request.use((request) => {
    sent++;
    return request;
  });
  await new Promise((ended) => client.track({ userId: 'retry-user', event: 'Login' }, ended));
  return sent;
}

async function triesOf(name, send) {
  const tries = [
    ['401', send(door, '/v1/batch', 'no-such-key')],
    ['403', send(door, '/v1/batch', keyWithoutScope)],
    ...[...FINAL, ...RETRYABLE].map((status) => [String(status), send(trial, `/${name}/${status}`, 'any-key')]),
  ];
  return Object.fromEntries(await Promise.all(tries.map(async ([status, sent]) => [status, await sent])));
}

console.log(JSON.stringify({
  segment: await triesOf('segment', bySegment),
  rudderstack: await triesOf('rudderstack', byRudderStack),
}));
server.close();
