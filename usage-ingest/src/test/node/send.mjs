// Sends through Segment's own client, unmodified, and prints what it sent: {"tracks": [...], "groups": [...], "identifies": [...]}.
import { Analytics } from '@segment/analytics-node';

const [host, writeKey, count] = process.argv.slice(2);
const sent = { tracks: [], groups: [], identifies: [], failures: [] };
const analytics = new Analytics({ host, writeKey, flushAt: 20, flushInterval: 200 });
analytics.on('error', (failure) => sent.failures.push(String(failure.code)));

const call = (kind, send) =>
  new Promise((resolve) => {
    const messageId = `node-${kind}-${sent[kind].length}-${process.pid}`;
    sent[kind].push(messageId);
    send(messageId, resolve);
  });

const done = [];
for (let user = 0; user < 5; user++) {
  const userId = `node-user-${user}`;
  done.push(call('identifies', (messageId, then) =>
    analytics.identify({ messageId, userId, traits: { name: `Name Of ${user}`, email: `${userId}@sdk.example` } }, then)));
  done.push(call('groups', (messageId, then) =>
    analytics.group({ messageId, userId, groupId: 'node-account', traits: { name: 'Node Account' } }, then)));
}
for (let i = 0; i < Number(count); i++) {
  done.push(call('tracks', (messageId, then) =>
    analytics.track({ messageId, userId: `node-user-${i % 5}`, event: 'Report Exported', context: { groupId: 'node-account' } }, then)));
}
await Promise.all(done);
await analytics.closeAndFlush({ timeout: 15000 });
console.log(JSON.stringify(sent));
