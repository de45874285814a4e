import type { LogEntry, Participant as WireParticipant } from '../../../protocol/index.ts';
import type { ConversationLink } from './conversationLink.ts';
import { readParameters } from './initParams.ts';
import { createListeners, type Listeners } from './listeners.ts';
import type { EventHandler, Participant, ParticipantAdded, ParticipantDisconnected } from './types.ts';

/** The one channel of this SDK. */
export const CHANNEL = 'Messaging';

/**
 * The never-ending conversation of one customer, the same on all devices. Made by `init`; after `shutdown` its verbs throw
 * NotInitialized, while the conversation itself goes on.
 */
export class AxpConversationCore {
  readonly conversationId: string;
  private readonly conversation: ConversationLink;
  private readonly added: Listeners<ParticipantAdded>;
  private readonly disconnected: Listeners<ParticipantDisconnected>;
  private unsent: Readonly<Record<string, string>> | undefined;

  constructor(link: ConversationLink) {
    this.conversation = link;
    this.conversationId = link.engagementId;
    this.added = createListeners(link.random, link.logger);
    this.disconnected = createListeners(link.random, link.logger);
    link.entries.subscribe((entry) => this.tellOf(entry));
    link.events.subscribe((event) => {
      if (event.type === 'EVENT_STREAM_CONNECTED') this.putParameters();
    });
  }

  /** Those who are in it now; after `shutdown` those who were. */
  get participants(): readonly Participant[] {
    const { client, engagementId } = this.conversation;
    return (client.getState().engagements[engagementId]?.participants ?? []).map(participantOf);
  }

  /** Returns the id to remove it by. */
  addParticipantAddedListener(handler: EventHandler<ParticipantAdded>): string {
    return this.added.add(handler);
  }

  removeParticipantAddedListener(handlerId: string): void {
    this.added.remove(handlerId);
  }

  /** Returns the id to remove it by. */
  addParticipantDisconnectedListener(handler: EventHandler<ParticipantDisconnected>): string {
    return this.disconnected.add(handler);
  }

  removeParticipantDisconnectedListener(handlerId: string): void {
    this.disconnected.remove(handlerId);
  }

  /**
   * Parameters for routing, merged into those before; at most 20 in all, keys of 64, values of 256 characters. What cannot be
   * brought now is brought when the line is back. Throws ConstraintViolation or NotInitialized.
   */
  setContextParameters(parameters: Readonly<Record<string, string>>): void {
    this.conversation.check();
    this.unsent = { ...this.unsent, ...readParameters(parameters) };
    this.putParameters();
  }

  private putParameters(): void {
    const { client, engagementId, logger } = this.conversation;
    const parameters = this.unsent;
    if (!parameters) return;
    this.unsent = undefined;
    client.setContextParameters(engagementId, parameters).catch(() => {
      logger.warn('Context parameters could not be set; they are set when the line is back');
      this.unsent = { ...parameters, ...this.unsent };
    });
  }

  private tellOf(entry: LogEntry): void {
    if (entry.type !== 'PARTICIPANT_ADDED' && entry.type !== 'PARTICIPANT_DISCONNECTED') return;
    const payload: ParticipantAdded = {
      channel: CHANNEL,
      conversationId: this.conversationId,
      eventDate: new Date(entry.at),
      participant: participantOf(entry.participant),
    };
    const listeners = entry.type === 'PARTICIPANT_ADDED' ? this.added : this.disconnected;
    this.conversation.line.tell(() => listeners.tell(payload));
  }
}

/** A class of conversations: the core's own, or one that modules have enhanced. */
export type ConversationClass<Conversation extends AxpConversationCore = AxpConversationCore> = new (
  link: ConversationLink,
) => Conversation;

/** Somebody, as a fresh plain object. */
export function participantOf({ participantId, participantType, displayName }: WireParticipant): Participant {
  return {
    participantId,
    participantType,
    ...(displayName !== undefined && { displayName }),
    channel: CHANNEL,
  };
}
