import { expect, test } from 'vitest';
import { advance, settle } from '../settle.ts';
import { tabsStage } from '../tabs/tabsStage.ts';

const text = (words: string) => ({ body: { type: 'text', text: words } }) as const;

/** "Once" was sent and got through; its answer was lost, and the line with it. */
async function saidWithoutAnswer() {
  const { far, enters, clock } = tabsStage();
  const { client, texts } = enters();
  await client.start();
  await settle();
  far.cut();
  far.refusesSockets = true;
  far.failNext('/stream', 'lost', 100);
  far.failNext('/poll', 'lost', 100);
  far.failNext('/messages', 'answer-lost');
  const id = await client.send(far.engagementId, text('Once'));
  await settle();
  return { far, clock, client, texts, id };
}

test('what was handed back when the session ended is tried again under its own id: it may have got through', async () => {
  const { far, clock, client, texts, id } = await saidWithoutAnswer();
  await client.shutdown();
  await settle();
  expect(texts()).toEqual(['[Once]']);
  await client.start();
  await client.retrySend(far.engagementId, id);
  far.refusesSockets = false;
  far.clearFaults();
  await advance(clock, 60_000, 500);
  expect(far.texts()).toEqual(['Once']);
  expect(texts()).toEqual(['Once']);
});

test('what is tried again while a session ends is handed back when it has ended', async () => {
  const { far, clock, client, id } = await saidWithoutAnswer();
  const statusOf = (): unknown =>
    client
      .getState()
      .engagements[far.engagementId]?.timeline.map((item) =>
        item.kind === 'message' ? item.message.delivery.status : item.kind,
      );
  far.failNext('/sessions/', 'hangs');
  const ended = client.shutdown();
  await settle();
  expect(statusOf()).toEqual(['failed']);
  await client.retrySend(far.engagementId, id);
  expect(statusOf()).toEqual(['waiting']);
  await advance(clock, 30_000, 500);
  await ended;
  expect(statusOf()).toEqual(['failed']);
});

test('while a session ends nothing more is taken: it would neither be sent nor handed back', async () => {
  const { far, enters, clock } = tabsStage();
  const { client } = enters();
  await client.start();
  await settle();
  far.failNext('/sessions/', 'hangs');
  const ended = client.shutdown();
  await settle();
  await expect(client.send(far.engagementId, text('Too late'))).rejects.toMatchObject({
    code: 'not-started',
  });
  await advance(clock, 30_000, 500);
  await ended;
});
