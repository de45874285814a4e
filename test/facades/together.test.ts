import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatClient } from '../../src/client/index.ts';
import { TextMessage } from '../../src/facades/omni-sdk/messaging/index.ts';
import { createTestClient } from '../../src/testing/index.ts';
import { createStage, type Page, type Stage } from './chat-sdk/stage.ts';
import { createPage as createOmniPage, type Page as OmniPage } from './omni-sdk/stage.ts';

/** One customer, three pages at once: the Chat SDK, the Omni SDK and our own client. */
let stage: Stage;
let chat: Page;
let omni: OmniPage;
let own: ChatClient;
beforeEach(async () => {
  stage = await createStage();
  chat = stage.page({ integrationId: stage.center.integrationId });
  omni = createOmniPage(stage.center);
  own = createTestClient(stage.center, { seed: 4711 }); // ids of its own
  await omni.init();
  await chat.init();
  await chat.outcome(own.start());
  await stage.center.settle();
});
afterEach(async () => {
  own.dispose();
  await stage.center.stop();
});

describe('10 both faces and our own client at once', () => {
  test('hear what each of them says, once, and show the same list', async () => {
    const agent = await stage.center.agent();
    const made = await chat.outcome(chat.sdk.createEngagement());
    if ('code' in made) throw new Error(made.code);
    if (made.engagementStatus !== 'ACTIVE') await chat.outcome(made.join());
    const [id] = own.getState().engagementIds;
    if (!id) throw new Error('Our client has no conversation');
    expect(made.engagementId).toBe(id);

    await chat.outcome(made.sendMessage('From the Chat SDK'));
    await agent.accept();
    await omni.value(omni.conversation().sendMessage(new TextMessage('From the Omni SDK')));
    await chat.outcome(own.send(id, { body: { type: 'text', text: 'From our client' } }));
    await agent.says('From the desk');
    await stage.center.advance(2000);

    const words = ['From the Chat SDK', 'From the Omni SDK', 'From our client', 'From the desk'];
    const said = (texts: readonly string[]): string[] => texts.filter((text) => text.startsWith('From '));
    const iterator = await chat.outcome(made.getMessages(50));
    if ('code' in iterator) throw new Error(iterator.code);
    const history = await omni.value(omni.conversation().getMessages(50));
    const shown = own.getState().engagements[id]?.timeline ?? [];
    expect(said(iterator.items.map(({ body }) => body.elementText.text)).reverse()).toEqual(words);
    expect(said(history.items.map(({ body }) => body.elementText.text)).reverse()).toEqual(words);
    expect(said(shown.map((row) => (row.kind === 'message' ? row.message.body.text : '') ?? ''))).toEqual(
      words,
    );

    const textOf = ({ body }: Readonly<Record<string, unknown>>): string => Object(body).elementText.text;
    expect(said([...chat.of('MESSAGE_DELIVERED'), ...chat.of('MESSAGE_ARRIVED')].map(textOf))).toEqual(words);
    expect(said([...omni.of('MessageDelivered'), ...omni.of('MessageArrived')].map(textOf))).toEqual(words);
  });

  test('the end of one session leaves the others alone', async () => {
    await chat.outcome(chat.sdk.shutdown());
    await omni.value(omni.conversation().sendMessage(new TextMessage('Still here')));
    await stage.center.settle();
    expect(own.getState().session.status).toBe('open');
    expect(omni.names()).not.toContain('SdkShutdown');
  });
});
