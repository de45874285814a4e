import { describe, expect, test } from 'vitest';
import { advance, settle } from '../settle.ts';
import { tabsStage, twoTabs } from './tabsStage.ts';

const text = (words: string) => ({ body: { type: 'text', text: words } }) as const;

test('two tabs: one session, one stream, one list', async () => {
  const { clock, far, enters } = tabsStage();
  const one = enters();
  const two = enters();
  await Promise.all([one.client.start(), two.client.start()]);
  await settle();
  expect(far.sessionsCreated).toBe(1);
  expect(far.streams.size).toBe(1);
  far.says('Hello');
  await two.client.send(far.engagementId, text('From the second'));
  await one.client.send(far.engagementId, text('From the first'));
  await advance(clock, 250);
  expect(one.texts()).toEqual(['Hello', 'From the second', 'From the first']);
  expect(two.texts()).toEqual(one.texts());
  expect(two.client.getState()).toEqual(one.client.getState());
});

test('a tab that joins late sees what was said before it came', async () => {
  const { far, enters, clock } = tabsStage();
  const one = enters();
  await one.client.start();
  await settle();
  far.says('Before');
  await settle();
  const late = enters();
  await late.client.start();
  expect(late.client.getState().session.status).toBe('open');
  await advance(clock, 250);
  expect(late.texts()).toEqual(['Before']);
  expect(far.streams.size).toBe(1);
});

test('the leader dies: within two seconds another tab has the stream, and the list goes on', async () => {
  const { clock, far, one, two } = await twoTabs();
  far.says('One');
  await settle();
  one.kill();
  far.says('Two');
  await advance(clock, 2000);
  expect(far.streams.size).toBe(1);
  expect(two.texts()).toEqual(['One', 'Two']);
  expect(two.client.getState().connection.status).toBe('connected');
  expect(two.types().filter((type) => type === 'INITIALIZED')).toEqual([]);
  await two.client.send(far.engagementId, text('Three'));
  await advance(clock, 250);
  expect(two.texts()).toEqual(['One', 'Two', 'Three']);
});

test('the leader freezes with the lock in its hand: a visible tab takes it, and the frozen one follows when it thaws', async () => {
  const { clock, far, one, two } = await twoTabs();
  one.freeze();
  await advance(clock, 2000);
  await two.client.send(far.engagementId, text('Hi'));
  await advance(clock, 500);
  expect(two.texts()).toEqual(['Hi']);
  one.thaw();
  await advance(clock, 2000);
  expect(one.texts()).toEqual(['Hi']);
  expect(far.streams.size).toBe(1);
});

test('both think they lead: only one of them can send', async () => {
  const { clock, far, one, two } = await twoTabs();
  far.isDown = true;
  await one.client.send(far.engagementId, text('Once'));
  await advance(clock, 500);
  one.freeze();
  await advance(clock, 2500);
  far.isDown = false;
  one.thaw();
  await advance(clock, 20_000, 500);
  expect(far.texts()).toEqual(['Once']);
  expect(one.texts()).toEqual(['Once']);
  expect(two.texts()).toEqual(['Once']);
});

test('the leader is killed while it flushes: everything arrives once, in order', async () => {
  const { clock, far, one, two } = await twoTabs();
  far.failNext('/messages', 'answer-lost');
  const words = ['One', 'Two', 'Three', 'Four'];
  for (const [at, word] of words.entries())
    await (at % 2 === 0 ? one : two).client.send(far.engagementId, text(word));
  one.kill();
  await advance(clock, 10_000, 500);
  expect(far.texts()).toEqual(words);
  expect(two.texts()).toEqual(words);
});

test('a call in the hand of a leader that dies is done by the next one', async () => {
  const { clock, far, one, two } = await twoTabs();
  one.freeze();
  const sent = two.client.send(far.engagementId, text('Hi'));
  await settle();
  one.kill();
  await advance(clock, 2000);
  await sent;
  await advance(clock, 1000);
  expect(far.texts()).toEqual(['Hi']);
});

test('a new engagement is not begun twice: its call is given up when the leader dies', async () => {
  const { clock, far, one, two } = await twoTabs();
  one.freeze();
  const refused = two.client.createEngagement().catch((fault: unknown) => fault);
  await settle();
  one.kill();
  await advance(clock, 10_000, 500);
  expect(await refused).toMatchObject({ code: 'unreachable', retryable: true });
  expect(far.requests.filter((request) => request.endsWith('/engagements'))).toEqual([]);
});

test('a tab that is looked at takes the lead over one that is not', async () => {
  const { clock, far, enters } = tabsStage();
  const [one, two] = [enters(), enters(false)];
  await one.client.start();
  await two.client.start();
  await settle();
  one.hide();
  two.show();
  await advance(clock, 1000);
  expect(far.streams.size).toBe(1);
  one.kill(); // it leads no more: nothing is lost with it
  far.says('Hello');
  await settle();
  expect(two.texts()).toEqual(['Hello']);
});

test('a page that leaves gives the lock back, and stands in line when it is restored', async () => {
  const { clock, far, one, two } = await twoTabs();
  one.leave();
  await advance(clock, 1000);
  far.says('Meanwhile');
  await settle();
  expect(two.texts()).toEqual(['Meanwhile']);
  expect(one.texts()).toEqual([]);
  one.restore();
  await advance(clock, 500);
  expect(one.texts()).toEqual(['Meanwhile']);
  expect(far.streams.size).toBe(1);
});

test('a page alone that is restored goes on from its cursor', async () => {
  const { clock, far, enters, browser } = tabsStage();
  const one = enters();
  await one.client.start();
  await settle();
  far.says('One');
  await settle();
  one.leave();
  await advance(clock, 1000);
  expect(far.streams.size).toBe(0);
  far.says('Two');
  one.restore();
  await advance(clock, 1000);
  expect(one.texts()).toEqual(['One', 'Two']);
  expect(far.sessionsCreated).toBe(1);
  expect(browser.records.size).toBeGreaterThan(0);
});

test('a page that is restored after the end does not lead those who begin anew', async () => {
  const { clock, far, one, two } = await twoTabs();
  await one.client.shutdown();
  await settle();
  two.restore();
  await advance(clock, 500);
  await Promise.all([one.client.start(), advance(clock, 3000)]);
  far.says('Back again');
  await advance(clock, 500);
  expect(one.texts()).toEqual(['Back again']);
  expect(two.client.getState().session.status).toBe('ended');
});

test('a cloned tab has an id of its own', async () => {
  const { clock, far, enters } = tabsStage();
  const one = enters(true, { world: { random: sameRandom() } });
  const clone = enters(true, { world: { random: sameRandom() } });
  await one.client.start();
  const started = clone.client.start();
  await advance(clock, 3000);
  await started;
  await clone.client.send(far.engagementId, text('From the clone'));
  await advance(clock, 500);
  expect(one.texts()).toEqual(['From the clone']);
  expect(clone.texts()).toEqual(['From the clone']);
  expect(far.streams.size).toBe(1);
});

test('twenty tabs that are looked at ask their leader about as often as one does', async () => {
  const { clock, far, browser, enters } = tabsStage();
  const tabs = Array.from({ length: 20 }, () => enters());
  for (const { client } of tabs) await client.start();
  await advance(clock, 1000, 10);
  const before = browser.said.length;
  await advance(clock, 10_000, 10);
  // Each asking has one answer, which all tabs hear; two may ask in the same moment.
  expect((browser.said.length - before) / 2).toBeLessThanOrEqual(25);
  expect(far.streams.size).toBe(1);
  // Every one of them shows what its leader heard, and notices within two seconds that it has stopped.
  tabs[0]?.freeze();
  far.says('Who hears me?');
  await advance(clock, 2000, 10);
  expect(tabs.slice(1).map((tab) => tab.texts().at(-1))).toEqual(Array(19).fill('Who hears me?'));
});

test('twenty tabs, killed one after the other: one stream, nothing lost', async () => {
  const { clock, far, enters } = tabsStage();
  const tabs = Array.from({ length: 20 }, (_, at) => enters(at % 3 === 0));
  await Promise.all(tabs.map(({ client }) => client.start()));
  await settle();
  const expected: string[] = [];
  for (const [at, tab] of tabs.slice(0, 19).entries()) {
    await tab.client.send(far.engagementId, text(`own ${at}`));
    await advance(clock, 250);
    expected.push(`own ${at}`);
    tab.kill();
    await advance(clock, 2000, 500);
    expect(far.streams.size).toBe(1);
  }
  expect(tabs[19]?.texts()).toEqual(expected);
  expect(far.texts()).toEqual(expected);
  expect(far.sessionsCreated).toBe(1);
});

describe('what is shared', () => {
  test('activity in any tab keeps the session', async () => {
    const { clock, one, two } = await twoTabs();
    await clock.advanceAsync(299_000);
    two.client.resetIdleTimeout();
    await clock.advanceAsync(10_000);
    expect(one.client.getState().idle.status).toBe('active');
    await clock.advanceAsync(291_000);
    expect(two.client.getState().idle.status).toBe('warning');
    two.client.resetIdleTimeout();
    await settle();
    expect(one.client.getState().idle.status).toBe('active');
  });

  test('the stream is wanted while any tab wants it', async () => {
    const { far, one, two } = await twoTabs();
    one.client.setStreamWanted(false);
    await settle();
    expect(far.streams.size).toBe(1);
    two.client.setStreamWanted(false);
    await settle();
    expect(far.streams.size).toBe(0);
    two.client.setStreamWanted(true);
    await settle();
    expect(far.streams.size).toBe(1);
  });

  test('a shutdown in one tab ends the session of all, and any can begin anew', async () => {
    const { far, clock, one, two } = await twoTabs();
    const down = two.client.shutdown();
    await advance(clock, 1000);
    await down;
    expect(one.client.getState().session.status).toBe('ended');
    expect(two.client.getState().session.status).toBe('ended');
    expect(far.streams.size).toBe(0);
    const again = one.client.start();
    await advance(clock, 1000);
    await again;
    expect(one.client.getState().session.status).toBe('open');
    expect(far.streams.size).toBe(1);
  });

  test('a token is renewed once for all', async () => {
    const { clock, enters, far } = tabsStage();
    const tabs = Array.from({ length: 10 }, (_, at) => enters(at < 2, { timing: { idleTimeoutMs: 0 } }));
    await Promise.all(tabs.map(({ client }) => client.start()));
    await settle();
    const before = far.providerCalls;
    far.token = 'token-2';
    await clock.advanceAsync(725_000);
    expect(far.providerCalls).toBe(before + 1);
    expect(far.streams.size).toBe(1);
  });
});

test('tabs of two customers share nothing', async () => {
  const { enters, far } = tabsStage();
  const tokenOf = (sub: string) => async () => {
    far.token = `x.${btoa(JSON.stringify({ sub }))}.x`;
    return { token: far.token, appkey: 'appkey-1' };
  };
  const ada = enters(true, { jwtProvider: tokenOf('ada') });
  await ada.client.start();
  await settle();
  const ben = enters(true, { jwtProvider: tokenOf('ben') });
  await ben.client.start();
  await settle();
  expect(far.streams.size).toBe(2);
});

test('`shareTabs: false` stands alone', async () => {
  const { enters, far } = tabsStage();
  const [one, two] = [enters(true, { shareTabs: false }), enters(true, { shareTabs: false })];
  await one.client.start();
  await two.client.start();
  await settle();
  expect(far.streams.size).toBe(2);
});

test('without locks a lease takes their place', async () => {
  const { clock, enters, far } = tabsStage({ hasLocks: false });
  const [one, two] = [enters(), enters()];
  const started = Promise.all([one.client.start(), two.client.start()]);
  await advance(clock, 3000);
  await started;
  expect(far.streams.size).toBe(1);
  const sent = two.client.send(far.engagementId, text('One'));
  await advance(clock, 500);
  await sent;
  one.kill();
  far.says('Two');
  await advance(clock, 4000);
  expect(two.texts()).toEqual(['One', 'Two']);
  expect(far.streams.size).toBe(1);
});

test('a tab that lets go leaves no timer, no lock and no stream behind', async () => {
  const { clock, far, one, two } = await twoTabs();
  one.client.dispose();
  two.client.dispose();
  await settle();
  expect(clock.pending).toBe(0);
  expect(far.streams.size).toBe(0);
});

function sameRandom(): { next: () => number; bytes: (length: number) => Uint8Array } {
  let at = 0;
  return {
    next: () => 0.5,
    bytes: (length) => Uint8Array.from({ length }, (_, index) => (index + at++) % 256),
  };
}
