import { createSeededRandom, type Random } from '../../../src/lib/index.ts';
import type { Store } from '../../../src/server/storage/index.ts';
import { createKit, type Kit, type Loose, type Person } from './kit.ts';

/** A storm of callbacks, as a contact centre in trouble would send them. Each event is posted twice. */
export interface StormOrder {
  readonly events: number;
  readonly seed: number;
  /** Of the connector; default one in memory. */
  readonly store?: Store;
}

export interface Storm {
  readonly posts: number;
  readonly conversations: number;
  /** Posts everything, by three workers at once that each wait for their answers. */
  blow(): Promise<void>;
  /** Reads every conversation as a page would and compares it with what happened. */
  check(): Promise<StormReport>;
}

export interface StormReport {
  readonly entries: number;
  readonly late: number;
  /** Callbacks that came after a younger one of theirs. */
  readonly overtaken: number;
  /** Empty when each event had its effect once, in order, and the late ones bear the mark. */
  readonly faults: readonly string[];
}

const WORKERS = 3;
const EVENTS_EACH = 200;
const SPAN_MS = 2 * 3_600_000;
const LATEST_MS = 3_600_000;
const OTHERS = 3;

/** Sets up the customers, whose one message each is to be echoed, and makes up what happens to them. */
export async function prepareStorm({ events, seed, store }: StormOrder): Promise<Storm> {
  const kit = await createKit({
    connector: { sessionIdleMs: 7 * 24 * 3_600_000 },
    ...(store ? { store } : {}),
  });
  const random = createSeededRandom(seed);
  const talks: Talk[] = [];
  const conversations = Math.max(OTHERS, Math.ceil(events / EVENTS_EACH));
  for (let at = 0; at < conversations; at++) talks.push(await beginTalk(kit, at));
  await kit.settle();
  const happened = makeUp(kit, talks, events, random);
  const posts = happened
    .flatMap((event) => [deliveryOf(event, random), deliveryOf(event, random)])
    .sort((a, b) => a.dueMs - b.dueMs || a.event.number - b.event.number);
  const statuses: number[] = [];
  return {
    posts: posts.length,
    conversations,
    blow: () => blow(kit, posts, statuses),
    async check() {
      const wrong = statuses.filter((status) => status !== 200).length;
      const faults = wrong > 0 ? [`${wrong} of ${statuses.length} answers were not 200`] : [];
      const found = { entries: 0, late: 0, overtaken: 0, faults };
      for (const talk of talks) {
        const own = happened.filter((event) => event.talk === talk);
        await checkTalk(kit, talk, own, found);
      }
      return found;
    },
  };
}

interface Talk {
  readonly person: Person;
  readonly id: string;
  readonly name: string;
  readonly ownMessageId: string;
}

interface Happening {
  readonly number: number;
  readonly talk: Talk;
  readonly kind: 'message' | 'echo' | 'added' | 'disconnected';
  readonly atMs: number;
  readonly who: string;
  readonly body: Loose;
  /** Counters of the first post: when it was sent, when it was answered. */
  sent?: number;
  answered?: number;
}

interface Post {
  readonly event: Happening;
  readonly dueMs: number;
}

async function beginTalk(kit: Kit, at: number): Promise<Talk> {
  const person = await kit.person({ sub: `customer-${at}` });
  await person.begin();
  const id = person.engagementId();
  kit.faults.callback = async () => Response.json({}); // the sandbox's own echo is not part of the storm
  const { messageId } = await person.say(id, `question of ${at}`);
  return { person, id, name: `talk-${at}`, ownMessageId: messageId ?? '' };
}

function makeUp(kit: Kit, talks: readonly Talk[], events: number, random: Random): Happening[] {
  const startMs = kit.clock.now() + 60_000;
  const stepMs = SPAN_MS / events;
  const there = new Map<string, boolean>();
  return Array.from({ length: events }, (_, number): Happening => {
    const talk = talks[number % talks.length];
    if (!talk) throw new Error('no talk');
    const atMs = Math.round(startMs + number * stepMs);
    const who = `agent-${1 + Math.floor(random.next() * OTHERS)}`;
    const common = { number, talk, atMs, who };
    if (number < talks.length) return { ...common, kind: 'echo', body: messageBody(kit, common, true) };
    if (random.next() < 0.9) return { ...common, kind: 'message', body: messageBody(kit, common, false) };
    const place = `${talk.name}/${who}`;
    const kind = there.get(place) ? 'disconnected' : 'added';
    there.set(place, kind === 'added');
    return { ...common, kind, body: changeBody(kit, common, kind) };
  });
}

type Common = Pick<Happening, 'number' | 'talk' | 'atMs' | 'who'>;

function messageBody(kit: Kit, { number, talk, atMs, who }: Common, isEcho: boolean): Loose {
  return {
    ...base(kit, talk, atMs),
    eventType: 'MESSAGES',
    messageId: `m-${number}`,
    status: 'DELIVERED',
    channelId: 'Messaging',
    senderParticipantId: isEcho ? 'customer' : who,
    senderParticipantName: who,
    senderParticipantType: isEcho ? 'CUSTOMER' : 'AGENT',
    providerMessageId: isEcho ? talk.ownMessageId : null,
    sessionId: null,
    attachments: [],
    customData: {},
    receivedAt: new Date(atMs).toISOString(),
    body: { elementType: 'text', elementText: { text: `event ${number}`, textFormat: 'PLAINTEXT' } },
  };
}

function changeBody(kit: Kit, { talk, atMs, who }: Common, kind: 'added' | 'disconnected'): Loose {
  const eventType = kind === 'added' ? 'PARTICIPANT_ADDED' : 'PARTICIPANT_DISCONNECTED';
  const person = { connectionId: `c-${who}`, participantId: who, displayName: who, participantType: 'AGENT' };
  return { ...base(kit, talk, atMs), eventType, ...person };
}

function base(kit: Kit, talk: Talk, atMs: number): Loose {
  return {
    accountId: 'ABCDEF',
    eventDate: new Date(atMs).toISOString(),
    dialogId: `dialog-of-${talk.name}`,
    engagementId: `engagement-of-${talk.name}`,
    channelProviderId: kit.ids.messagingElement,
    providerDialogId: talk.id,
  };
}

/** Seven of ten copies come within two seconds, the others within the hour. */
function deliveryOf(event: Happening, random: Random): Post {
  const delayMs = random.next() * (random.next() < 0.7 ? 2000 : LATEST_MS);
  return { event, dueMs: event.atMs + delayMs };
}

async function blow(kit: Kit, posts: readonly Post[], statuses: number[]): Promise<void> {
  let next = 0;
  let tick = 0;
  const worker = async (): Promise<void> => {
    for (let post = posts[next++]; post; post = posts[next++]) {
      const { event, dueMs } = post;
      if (dueMs > kit.clock.now()) kit.clock.advance(dueMs - kit.clock.now());
      const isFirst = event.sent === undefined;
      event.sent ??= ++tick;
      const { status } = await kit.hook(event.body);
      statuses.push(status);
      if (isFirst) event.answered = ++tick;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

interface Findings {
  entries: number;
  late: number;
  overtaken: number;
  readonly faults: string[];
}

async function checkTalk(
  kit: Kit,
  talk: Talk,
  happened: readonly Happening[],
  found: Findings,
): Promise<void> {
  await talk.person.renew();
  const entries = await readAll(talk);
  found.entries += entries.length;
  const complain = (fault: string): void =>
    void (found.faults.length < 20 && found.faults.push(`${talk.name}: ${fault}`));
  checkMessages(entries, happened, found, complain);
  checkPeople(entries, happened, complain);
  const delivered = entries.filter((entry) => entry.type === 'MESSAGE_DELIVERED').length;
  const expected = happened.some((event) => event.kind === 'echo') ? 1 : 0;
  if (delivered !== expected) complain(`its own message was told as delivered ${delivered} times`);
  const here = (await talk.person.begin()).engagements[0]?.participants.map((one) => one.participantId) ?? [];
  const should = new Map<string, boolean>();
  for (const { kind, who } of happened)
    if (kind === 'added' || kind === 'disconnected') should.set(who, kind === 'added');
  const wanted = [...should].filter(([, is]) => is).map(([who]) => who);
  if (here.toSorted().join() !== wanted.toSorted().join())
    complain(`present are ${here.join()}, not ${wanted.join()}`);
}

async function readAll({ person, id }: Talk): Promise<readonly Loose[]> {
  const { sessionId } = person.session();
  const entries: Loose[] = [];
  for (;;) {
    const path = `/chat/v1/sessions/${sessionId}/engagements/${id}/entries?after=${entries.length}`;
    const { body } = await person.call('GET', path);
    entries.push(...body.entries);
    if (body.entries.length === 0) return entries;
  }
}

/** Each once; marked exactly where a younger one stands above; none above what had been answered before it was sent. */
function checkMessages(
  entries: readonly Loose[],
  happened: readonly Happening[],
  found: Findings,
  complain: (fault: string) => void,
): void {
  const byText = new Map(
    happened.filter((each) => each.kind === 'message').map((each) => [`event ${each.number}`, each]),
  );
  let newestMs = 0;
  let newestSent = 0;
  for (const { type, message } of entries) {
    if (type !== 'MESSAGE_ARRIVED') continue;
    const event = byText.get(message.body.text);
    if (!event) {
      complain(`"${message.body.text}" is there twice or never happened`);
      continue;
    }
    byText.delete(message.body.text);
    const isLate = event.atMs < newestMs;
    if (isLate) found.overtaken += 1;
    if (message.late) found.late += 1;
    if (isLate !== (message.late === true)) complain(`"${message.body.text}" is ${isLate ? '' : 'not '}late`);
    newestMs = Math.max(newestMs, event.atMs);
    if ((event.answered ?? 0) < newestSent)
      complain(`"${message.body.text}" stands below one that was sent after its answer`);
    newestSent = Math.max(newestSent, event.sent ?? 0);
  }
  for (const text of byText.keys()) complain(`"${text}" is missing`);
}

/** Comings and goings of each alternate; there are never more than happened. */
function checkPeople(
  entries: readonly Loose[],
  happened: readonly Happening[],
  complain: (fault: string) => void,
): void {
  const there = new Map<string, boolean>();
  let changes = 0;
  for (const { type, participant } of entries) {
    if (type !== 'PARTICIPANT_ADDED' && type !== 'PARTICIPANT_DISCONNECTED') continue;
    changes += 1;
    const came = type === 'PARTICIPANT_ADDED';
    const { participantId } = participant;
    if ((there.get(participantId) ?? false) === came) complain(`${type} of ${participantId} changes nothing`);
    there.set(participantId, came);
  }
  const most = happened.filter(({ kind }) => kind === 'added' || kind === 'disconnected').length;
  if (changes > most) complain(`${changes} comings and goings of ${most}`);
}
