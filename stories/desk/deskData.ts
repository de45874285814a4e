import { conversationOf } from '../../src/desk/data/conversation.ts';
import { initialDeskState } from '../../src/desk/data/deskState.ts';
import type { Conversation, DeskState } from '../../src/desk/data/deskState.ts';
import type { DeskAgent, DeskContent, DeskEngagement, DeskMessage } from '../../src/protocol/desk/index.ts';

/** When the stories play: wall time, milliseconds. */
export const NOW_MS = Date.UTC(2026, 4, 12, 9, 30);

const at = (minutesAgo: number): string => new Date(NOW_MS - minutesAgo * 60_000).toISOString();

export const ada: DeskAgent = {
  agentId: 'ada',
  user: 'ada',
  name: 'Ada Albright',
  attributes: ['english', 'coffee'],
  state: 'ready',
  openEngagements: 2,
};
const ben: DeskAgent = { ...ada, agentId: 'ben', user: 'ben', name: 'Ben Okafor', openEngagements: 1 };

function engagement(id: string, name: string, rest: Partial<DeskEngagement> = {}): DeskEngagement {
  return {
    id,
    engagementId: id,
    integrationId: 'shop',
    integrationName: 'Shop messaging',
    channel: 'Messaging',
    phase: 'agent',
    customerKey: `customer-${id}`,
    customerName: name,
    verified: true,
    customerPresent: true,
    agentId: ada.agentId,
    participants: [],
    parameters: { page: '/coffees/yirgacheffe', basket: '2 items, €31.80', tier: 'gold' },
    customerReadIndex: 3,
    startedAt: at(9),
    ...rest,
  };
}

const text = (words: string): DeskContent => ({ kind: 'text', text: words, actions: [], cards: [] });

function say(index: number, who: 'customer' | 'ada', words: string, minutesAgo: number): DeskMessage {
  const isAda = who === 'ada';
  return {
    messageId: `message-${index}`,
    index,
    senderParticipantId: who,
    senderType: isAda ? 'AGENT' : 'CUSTOMER',
    senderName: isAda ? ada.name : 'Mara Lindqvist',
    status: 'DELIVERED',
    at: at(minutesAgo),
    content: text(words),
  };
}

const said = [
  say(1, 'customer', 'Good morning! Do you still have the Yirgacheffe?', 8),
  say(2, 'ada', 'Hello Mara, this is Ada. We do – it was roasted on Tuesday.', 6),
  say(3, 'ada', 'Whole beans or ground?', 6),
  say(4, 'customer', 'Lovely. Whole beans please, and one bag of the decaf.', 1),
];

const past = [
  engagement('past', 'Mara Lindqvist', {
    phase: 'closed',
    startedAt: at(9000),
    lastMessage: say(9, 'customer', 'Thank you, the grinder works again.', 8990),
  }),
];

export function conversation(id: string, name: string, rest: Partial<DeskEngagement> = {}): Conversation {
  const last = said.at(-1);
  const head = engagement(id, name, { ...(last && { lastMessage: last }), ...rest });
  return conversationOf({
    engagement: head,
    messages: said.map((each) => (each.senderType === 'CUSTOMER' ? { ...each, senderName: name } : each)),
    customer: {
      customerKey: head.customerKey,
      name,
      verified: head.verified,
      ...(head.verified && { customerId: 'K-20417' }),
      identifiers: head.verified ? { email: ['mara@example.com'] } : {},
      present: head.customerPresent,
      past: head.verified ? past : [],
    },
  });
}

/** A signed-in agent with nothing to do. */
export const idle: DeskState = {
  ...initialDeskState,
  line: { status: 'open' },
  me: ada,
  agents: [ada, ben],
  queues: [
    { queueId: 'shop', name: 'Shop messaging' },
    { queueId: 'returns', name: 'Returns' },
  ],
};

/** Two conversations, one unread, two people waiting. */
export const busy: DeskState = {
  ...idle,
  conversations: {
    mara: { ...conversation('mara', 'Mara Lindqvist'), unread: 0, seenIndex: 4, typing: 'Mara' },
    jonas: conversation('jonas', 'Jonas Weber', { verified: false, customerPresent: false }),
  },
  openIds: ['mara', 'jonas'],
  selectedId: 'mara',
  queue: [waiting('tilda', 1, 'Tilda Nakamura-Vance', []), waiting('oskar', 2, 'Oskar Brandt', ['returns'])],
  history: [engagement('past', 'Ines Duarte', { phase: 'closed', endedBy: 'agent', endedAt: at(40) })],
};

/** The same with a call coming in. */
export const ringing: DeskState = {
  ...busy,
  alerts: [
    {
      engagement: engagement('tilda', 'Tilda Nakamura-Vance', {
        phase: 'alerting',
        lastMessage: say(1, 'customer', 'My parcel arrived open, half the bag is gone.', 0),
      }),
      expiresAt: new Date(NOW_MS + 18_000).toISOString(),
      transferredFrom: ben.name,
    },
  ],
};

function waiting(id: string, position: number, customerName: string, requiredAttributes: string[]) {
  return {
    ...{ id, position, customerName, requiredAttributes },
    queueId: 'shop',
    queueName: 'Shop messaging',
    verified: true,
    queuedAt: at(position * 1.4),
    alerting: position === 1,
  };
}
