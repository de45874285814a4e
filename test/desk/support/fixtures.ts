import type {
  DeskAgent,
  DeskAlert,
  DeskEngagement,
  DeskEngagementDetails,
  DeskMessage,
  DeskSnapshot,
} from '../../../src/protocol/desk/index.ts';

export const AT = '2026-01-01T00:00:00.000Z';
export const ann: DeskAgent = {
  agentId: 'agent-ann',
  user: 'ann',
  name: 'Ann Archer',
  attributes: ['english'],
  state: 'ready',
  openEngagements: 0,
};
export const ben: DeskAgent = { ...ann, agentId: 'agent-ben', user: 'ben', name: 'Ben Baker' };

export function engagement(id: string, rest: Partial<DeskEngagement> = {}): DeskEngagement {
  return {
    id,
    engagementId: `engagement-of-${id}`,
    integrationId: 'shop',
    integrationName: 'Shop',
    channel: 'Messaging',
    phase: 'agent',
    customerKey: `customer-of-${id}`,
    customerName: 'Cora Client',
    verified: true,
    customerPresent: true,
    agentId: ann.agentId,
    participants: [],
    parameters: { page: 'checkout' },
    customerReadIndex: 0,
    startedAt: AT,
    ...rest,
  };
}

export function message(index: number, text: string, rest: Partial<DeskMessage> = {}): DeskMessage {
  return {
    messageId: `message-${index}`,
    index,
    senderParticipantId: 'customer',
    senderType: 'CUSTOMER',
    senderName: 'Cora Client',
    status: 'DELIVERED',
    at: AT,
    content: { kind: 'text', text, actions: [], cards: [] },
    ...rest,
  };
}

export function details(
  head: DeskEngagement,
  messages: readonly DeskMessage[] = [],
  past: readonly DeskEngagement[] = [],
): DeskEngagementDetails {
  return {
    engagement: head,
    messages,
    customer: {
      customerKey: head.customerKey,
      name: head.customerName,
      verified: head.verified,
      ...(head.verified && { customerId: 'c-4711' }),
      identifiers: head.verified ? { email: ['cora@example.com'] } : {},
      present: head.customerPresent,
      past,
    },
  };
}

export function alert(id: string, rest: Partial<DeskEngagement> = {}): DeskAlert {
  return {
    engagement: engagement(id, { phase: 'alerting', ...rest }),
    expiresAt: '2026-01-01T00:00:20.000Z',
  };
}

export function snapshot(rest: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return {
    cursor: 'life-1',
    serverTime: AT,
    me: ann,
    agents: [ann, ben],
    queues: [
      { queueId: 'shop', name: 'Shop' },
      { queueId: 'returns', name: 'Returns' },
    ],
    queue: [],
    alerts: [],
    engagements: [],
    history: [],
    ...rest,
  };
}
