import { pause, type Timer, uuidV4, uuidV7 } from '../../lib/index.ts';
import {
  asId,
  decodeSendAnswer,
  routes,
  type ClientMessageId,
  type EngagementId,
  type LogEntry,
  type MessageId,
  type SendAnswer,
  type SenderId,
} from '../../protocol/index.ts';
import { asChatError, ChatClientError, type ChatErrorCode } from '../errors.ts';
import type { OutRoad, OutRoadNeeds } from '../lineParts.ts';
import { MAX_UNSENT } from '../outbox/outbox.ts';
import { retryDelayMs } from '../retryDelay.ts';
import { verdictOn } from '../outbox/verdict.ts';
import { isProblemCode } from '../problemCode.ts';

/** A text that the connector has not taken after so long is taken back: whoever waits for it must know. */
export const SEND_WITHIN_MS = 30_000;

/** How it is known that a text has been taken: by the connector's answer, or by its echo in the log, whichever is quicker. */
export type Taken = SendAnswer | Extract<LogEntry, { type: 'MESSAGE_ACCEPTED' }>;

/** The road out for texts whose writer waits for each: nothing is kept that was not taken in time. */
export interface TextSender extends OutRoad {
  /**
   * Sends texts of one engagement one after the other, in order of writing. Rejects with `ChatClientError` where it was
   * refused, or could not be sent within `SEND_WITHIN_MS` and the attempt of that moment; then it is not sent later either.
   */
  send(engagementId: EngagementId, text: string, parentMessageId?: MessageId): Promise<Taken>;
  /** Nobody waits any longer. */
  end(code: ChatErrorCode): void;
}

/** Makes the road out of one client. */
export function createTextSender(needs: OutRoadNeeds): TextSender {
  return new Sender(needs);
}

/** A text, or a tombstone: what was taken back or refused consumes its number and leaves nothing else. */
interface Letter {
  id: ClientMessageId;
  seq: number;
  /** Whoever waits has heard what became of it. */
  isSettled: boolean;
  readonly settle: (outcome: Taken | ChatClientError) => void;
  readonly body: { readonly type: 'text'; readonly text: string };
  readonly parentMessageId?: MessageId | undefined;
  /** Its time is over: it is taken back as soon as it is not on its way. */
  isLate: boolean;
  /** What stands in its way. */
  why: ChatErrorCode;
}

/** The letters of one engagement: one on its way at a time. */
interface Lane {
  readonly engagementId: EngagementId;
  letters: Letter[];
  nextSeq: number;
  attempt: number;
  flight?: AbortController | undefined;
  retryTimer?: Timer | undefined;
}

class Sender implements TextSender {
  readonly durable = false;
  readonly #lanes = new Map<EngagementId, Lane>();
  readonly #senderId: SenderId;
  #isPaused = false;
  readonly #needs: OutRoadNeeds;

  constructor(needs: OutRoadNeeds) {
    this.#needs = needs;
    this.#senderId = asId<SenderId>(uuidV4(needs.random));
  }

  get isUnsettled(): boolean {
    return this.#letters().length > 0;
  }

  async send(engagementId: EngagementId, text: string, parentMessageId?: MessageId): Promise<Taken> {
    if (this.#letters().length >= MAX_UNSENT.messages)
      throw new ChatClientError('outbox-full', 'Too much is waiting to be sent');
    const { clock } = this.#needs;
    const lane = this.#lanes.get(engagementId) ?? { engagementId, letters: [], nextSeq: 1, attempt: 0 };
    this.#lanes.set(engagementId, lane);
    return new Promise((resolve, reject) => {
      const letter: Letter = {
        id: this.#newId(),
        seq: lane.nextSeq++,
        parentMessageId,
        body: { type: 'text', text },
        isLate: false,
        why: 'unreachable',
        isSettled: false,
        settle(outcome) {
          letter.isSettled = true;
          clock.clear(timer);
          if (outcome instanceof ChatClientError) reject(outcome);
          else resolve(outcome);
        },
      };
      const timer = clock.after(SEND_WITHIN_MS, () => {
        letter.isLate = true;
        if (lane.letters[0] !== letter || !lane.flight) takeBack(letter); // else what becomes of the attempt decides
      });
      lane.letters.push(letter);
      this.#pump(lane);
    });
  }

  takeEntry(entry: LogEntry): void {
    if (entry.type !== 'MESSAGE_ACCEPTED') return;
    const lane = this.#lanes.get(entry.engagementId);
    const letter = lane?.letters.find((one) => one.id === entry.message.clientMessageId);
    if (!lane || !letter) return;
    letter.settle(entry);
    if (lane.letters[0] === letter) this.#land(lane);
    this.#drop(lane, letter);
    this.#pump(lane);
  }

  wake(): void {
    this.#isPaused = false;
    for (const lane of this.#lanes.values()) {
      lane.attempt = 0;
      this.#clearTimer(lane);
      this.#pump(lane);
    }
  }

  pause(): void {
    this.#isPaused = true;
    for (const lane of this.#lanes.values()) {
      this.#clearTimer(lane);
      this.#land(lane);
    }
  }

  async flush(waitMs: number): Promise<void> {
    const STEP_MS = 100;
    for (let waitedMs = 0; this.isUnsettled && waitedMs < waitMs; waitedMs += STEP_MS)
      await pause(this.#needs.clock, STEP_MS);
    this.pause();
    this.end('disposed');
  }

  end(code: ChatErrorCode): void {
    const fault = new ChatClientError(code, 'The chat was ended before this could be sent');
    for (const letter of this.#letters()) letter.settle(fault);
    for (const lane of this.#lanes.values()) lane.letters = [];
  }

  #letters(): Letter[] {
    return [...this.#lanes.values()].flatMap((lane) => lane.letters);
  }

  #newId(): ClientMessageId {
    const { clock, random } = this.#needs;
    return asId<ClientMessageId>(uuidV7(clock.now(), random));
  }

  #pump(lane: Lane): void {
    const { http, sessionId } = this.#needs;
    const session = sessionId();
    const [letter] = lane.letters;
    if (!letter || !session || lane.flight || lane.retryTimer || this.#isPaused) return;
    const flight = new AbortController();
    lane.flight = flight;
    const { id, seq, body, parentMessageId } = letter;
    http
      .call({
        method: 'POST',
        path: routes.messages(session, lane.engagementId),
        headers: { 'idempotency-key': id },
        again: true,
        json: {
          ...{ clientMessageId: id, senderId: this.#senderId, clientSeq: seq, parentMessageId },
          ...(letter.isSettled ? { body: { type: 'text', text: '-' }, tombstone: true } : { body }),
        },
        decoder: decodeSendAnswer,
        signal: flight.signal,
      })
      .then(
        (answer) => {
          if (lane.flight !== flight) return; // its echo was quicker
          lane.attempt = 0;
          letter.settle(answer);
          this.#drop(lane, letter);
        },
        (fault: unknown) => lane.flight === flight && this.#judge(lane, letter, asChatError(fault)),
      )
      .finally(() => {
        if (lane.flight === flight) lane.flight = undefined;
        this.#pump(lane);
      });
  }

  #judge(lane: Lane, letter: Letter, error: ChatClientError): void {
    const verdict = verdictOn(error);
    if (verdict.type === 'reject') return this.#refuse(lane, letter, error);
    if (isProblemCode(error.code) && verdict.type !== 'recount') letter.why = error.code;
    if (letter.isLate) takeBack(letter);
    switch (verdict.type) {
      case 'again':
        return this.#tryLater(lane, verdict.retryAfterSeconds);
      case 'hold':
        this.#isPaused = true;
        if (error.code === 'session-gone') this.#needs.onSessionGone();
        return;
      case 'recount':
        if (lane.attempt > 0) this.#tryLater(lane, undefined); // a count that stays wrong must not spin
        lane.attempt += 1;
        return this.#recount(lane, letter, verdict.expected);
    }
  }

  #refuse(lane: Lane, letter: Letter, error: ChatClientError): void {
    lane.attempt = 0;
    const wasTombstone = letter.isSettled;
    letter.settle(error);
    if (wasTombstone || error.code === 'engagement-ended') this.#drop(lane, letter);
    else letter.id = this.#newId();
  }

  #tryLater(lane: Lane, retryAfterSeconds: number | undefined): void {
    const { clock, random, pace } = this.#needs;
    const delayMs = retryDelayMs(random, lane.attempt++, { ...pace(), retryAfterSeconds });
    lane.retryTimer = clock.after(delayMs, () => {
      lane.retryTimer = undefined;
      this.#pump(lane);
    });
  }

  /** Numbers that the server misses were lost with it: tombstones take their place. Else all are numbered on from its own. */
  #recount(lane: Lane, first: Letter, expected: number): void {
    const missing = Math.min(first.seq - expected, MAX_UNSENT.messages);
    for (let at = missing - 1; at >= 0; at--)
      lane.letters.unshift({
        ...first,
        id: this.#newId(),
        seq: expected + at,
        isSettled: true,
        settle: () => undefined,
      });
    if (missing > 0) return;
    lane.letters.forEach((one, at) => (one.seq = expected + at));
    lane.nextSeq = Math.max(lane.nextSeq, expected + lane.letters.length);
  }

  #drop(lane: Lane, letter: Letter): void {
    lane.letters = lane.letters.filter((one) => one !== letter);
  }

  /** Whatever becomes of what is on its way, its id settles it later. */
  #land(lane: Lane): void {
    lane.flight?.abort();
    lane.flight = undefined;
  }

  #clearTimer(lane: Lane): void {
    this.#needs.clock.clear(lane.retryTimer);
    lane.retryTimer = undefined;
  }
}

/** Its tombstone bears the same id: where an earlier try got through after all, the server says so, and that one stays. */
function takeBack({ settle, why }: Letter): void {
  settle(new ChatClientError(why, 'the message could not be sent in time'));
}
