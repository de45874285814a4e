import type { ChatClient, Draft } from '../../client/index.ts';
import { selectEngagement, selectTimeline } from '../../model/index.ts';
import type { ChatMessage } from '../../model/index.ts';
import type { EngagementId } from '../../protocol/index.ts';
import type { ScenarioStep } from './scenarioSteps.ts';

type CustomerStep = Extract<ScenarioStep, { readonly who: 'customer' }>;

/** The customer's part of a script. Rejects where the page offers no such thing: a choice, a message that failed. */
export async function playCustomer(client: ChatClient, step: CustomerStep): Promise<void> {
  const id = selectEngagement(client.getState())?.engagementId;
  if (id === undefined) throw new Error('The customer has no conversation');
  switch (step.does) {
    case 'stays':
      client.resetIdleTimeout();
      break;
    case 'triesAgain':
      await tryAgain(client, id);
      break;
    default:
      await client.send(id, draftOf(client, step));
  }
}

type SendingStep = Exclude<CustomerStep, { readonly does: 'triesAgain' | 'stays' }>;

function draftOf(client: ChatClient, step: SendingStep): Draft {
  if (step.does === 'says') return { body: { type: 'text', text: step.text } };
  if (step.does === 'sendsFile')
    return { files: [new File(['%PDF-1.4'.padEnd(step.sizeBytes)], step.name, { type: 'application/pdf' })] };
  const { text } = step;
  const offer = messagesOf(client).findLast((message) => choice(message, text));
  const found = offer && choice(offer, text);
  if (!found || offer.messageId === undefined) throw new Error(`Nobody offered "${text}"`);
  const body = { type: 'choice', action: found.type, text, payload: found.payload } as const;
  return { body, parentMessageId: offer.messageId };
}

async function tryAgain(client: ChatClient, id: EngagementId): Promise<void> {
  const failed = messagesOf(client).findLast(({ delivery }) => delivery.status === 'failed');
  if (failed?.clientMessageId === undefined) throw new Error('No message has failed');
  await client.retrySend(id, failed.clientMessageId);
}

function messagesOf(client: ChatClient): readonly ChatMessage[] {
  return selectTimeline(client.getState()).flatMap((item) => (item.kind === 'message' ? [item.message] : []));
}

function choice({ body }: ChatMessage, text: string): Choice | undefined {
  const offered =
    body.type === 'carousel'
      ? body.items.flatMap(({ actions }) => actions)
      : 'actions' in body
        ? body.actions
        : [];
  for (const action of offered ?? [])
    if ((action.type === 'reply' || action.type === 'postback') && action.text === text) return action;
  return undefined;
}

interface Choice {
  readonly type: 'reply' | 'postback';
  readonly payload: string;
}
