// Sends through Segment's own client, unmodified, and prints what it sent: {"tracks": [...], "groups": [...], "identifies": [...]}.
import { Analytics } from '@segment/analytics-node';

const [host, writeKey, count, prefix = 'node', perSecond = '0'] = process.argv.slice(2);
const WAVE = 100;
const groupId = `${prefix}-account`;
const sent = { tracks: [], groups: [], identifies: [], failures: [] };
const analytics = new Analytics({ host, writeKey, flushAt: 20, flushInterval: 200, maxRetries: 20 });
analytics.on('error', (failure) => sent.failures.push(String(failure.code)));

const call = (kind, send) =>
  new Promise((resolve) => {
    const messageId = `${prefix}-${kind}-${sent[kind].length}-${process.pid}`;
    sent[kind].push(messageId);
    send(messageId, resolve);
  });

const done = [];
for (let user = 0; user < 5; user++) {
  const userId = `${prefix}-user-${user}`;
  done.push(call('identifies', (messageId, then) =>
    analytics.identify({ messageId, userId, traits: { name: `Name Of ${user}`, email: `${userId}@sdk.example` } }, then)));
  done.push(call('groups', (messageId, then) =>
    analytics.group({ messageId, userId, groupId, traits: { name: 'Node Account' } }, then)));
}
for (let i = 0; i < Number(count); i++) {
  done.push(call('tracks', (messageId, then) =>
    analytics.track({ messageId, userId: `${prefix}-user-${i % 5}`, event: 'Report Exported', context: { groupId } }, then)));
  if (Number(perSecond) > 0 && i % WAVE === WAVE - 1) {
    await new Promise((over) => setTimeout(over, (WAVE * 1000) / Number(perSecond)));
  }
}
await Promise.all(done);
await analytics.closeAndFlush({ timeout: 15000 });
console.log(JSON.stringify(sent));
