import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEngagement } from '../../../src/facades/chat-sdk/index.ts';
import { createStage, type Page, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
beforeEach(async () => {
  stage = await createStage();
  page = stage.page();
});
afterEach(() => stage.center.stop());

async function chat(): Promise<ChatEngagement> {
  const made = await page.outcome(page.sdk.createEngagement());
  if ('code' in made) throw new Error(made.code);
  await stage.center.settle();
  return made;
}

const expiries = (): number => page.of('IDLE_TIMEOUT_EXPIRED').length;

/** axp.md 1.10: what counts as activity. */
const ACTIVITY: readonly [string, (one: ChatEngagement) => unknown][] = [
  ['createEngagement', () => page.sdk.createEngagement()],
  ['sendMessage', (one) => one.sendMessage('Hello')],
  ['disconnect', (one) => one.disconnect()],
  ['resetIdleTimeout', () => page.sdk.resetIdleTimeout()],
];
const NO_ACTIVITY: readonly [string, (one: ChatEngagement) => unknown][] = [
  ['getMessages', (one) => one.getMessages()],
  ['getEngagements', () => page.sdk.getEngagements()],
  ['getEngagementById', (one) => page.sdk.getEngagementById(one.engagementId)],
  ['setJwtToken', async () => page.sdk.setJwtToken((await page.params()).token)],
  ['reading participants', (one) => one.participants],
  ['on', () => page.sdk.on('SHUTDOWN', () => undefined)],
];

describe('1.10 the idle timer', () => {
  test.for(ACTIVITY)('%s restarts it', async ([, act]) => {
    await page.init();
    const one = await chat();
    await stage.center.advance(200_000, 5000);
    await act(one);
    await stage.center.advance(250_000, 5000);
    expect(expiries()).toBe(0);
    await stage.center.advance(60_000, 5000);
    expect(expiries()).toBe(1);
  });

  test('join restarts it', async () => {
    await page.init();
    const one = await chat();
    const other = stage.page();
    await other.init();
    const same = await other.outcome(other.sdk.getEngagementById(one.engagementId));
    if (!same || 'code' in same) throw new Error('not found');
    await stage.center.advance(200_000, 5000);
    await other.outcome(same.join());
    await stage.center.advance(250_000, 5000);
    expect(other.names()).not.toContain('IDLE_TIMEOUT_EXPIRED');
  });

  test.for(NO_ACTIVITY)('%s does not restart it', async ([, act]) => {
    await page.init();
    const one = await chat();
    await stage.center.advance(200_000, 5000);
    await act(one);
    await stage.center.advance(105_000, 5000);
    expect(expiries()).toBe(1);
  });

  test('a message that is received does not restart it', async () => {
    await page.init();
    const agent = await stage.center.agent();
    const one = await chat();
    await page.outcome(one.sendMessage('Hello'));
    await agent.accept();
    await stage.center.advance(200_000, 5000);
    await agent.says('Still there?');
    await stage.center.advance(105_000, 5000);
    expect(expiries()).toBe(1);
  });

  test('its end is warned of with ACS-206', async () => {
    await page.init();
    await stage.center.advance(301_000, 1000);
    expect(page.warnings).toContain('ACS-206');
  });
});

describe('1.10 the grace timer', () => {
  test.for([...ACTIVITY])('%s during it begins anew', async ([, act]) => {
    await page.init();
    const one = await chat();
    await stage.center.advance(310_000, 5000);
    expect(expiries()).toBe(1);
    await act(one);
    await stage.center.advance(290_000, 5000);
    expect(page.names()).not.toContain('SHUTDOWN');
    await stage.center.advance(50_000, 5000);
    expect(page.names()).toContain('SHUTDOWN');
  });

  test('its end is a shutdown for inactivity; chats go on, and init works again', async () => {
    await page.init({ idleShutdownGraceTimeout: 60 });
    const one = await chat();
    await stage.center.advance(300_000, 1000);
    expect(page.of('IDLE_TIMEOUT_EXPIRED')).toMatchObject([{ gracePeriod: 60 }]);
    await stage.center.advance(61_000, 1000);
    expect(page.of('SHUTDOWN')).toMatchObject([{ reason: 'USER_INACTIVE' }]);
    expect(await page.outcome(page.sdk.getEngagements())).toEqual({ code: 'ACS-310' });
    const again = await page.init();
    expect(again.engagements.map(({ engagementId }) => engagementId)).toEqual([one.engagementId]);
  });
});
