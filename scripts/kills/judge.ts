import type { Note } from './history.ts';

/**
 * Judges a run by its record alone. Lost: accepted and not there at the end. Double: there, or shown, more than once. Out of
 * order: not as composed, not as numbered, or a hole. Also counts what was told openly: messages that ended unconfirmed.
 */
export function judge(notes: readonly Note[]): Verdict {
  const found: Findings = { lost: [], doubled: [], disordered: [], broken: [] };
  for (const note of notes) if (note.type === 'broken') found.broken.push(`${note.who}: ${note.what}`);
  judgeAnswers(ofType(notes, 'accepted'), found);
  const live = ofType(notes, 'seen').filter((note) => note.reader === 'live');
  const fresh = ofType(notes, 'seen').filter((note) => note.reader === 'fresh');
  for (const [customer, entries] of groupBy(fresh, (note) => note.customer)) {
    const accepted = uniqueBy(
      ofType(notes, 'accepted').filter((note) => note.customer === customer),
      (note) => note.clientMessageId,
    );
    judgeLog(customer, entries, accepted, found);
    judgeLive(
      customer,
      live.filter((note) => note.customer === customer),
      entries,
      found,
    );
  }
  // A customer without a fresh reader has lost everything.
  for (const note of ofType(notes, 'accepted'))
    if (!fresh.some(({ customer }) => customer === note.customer))
      found.lost.push(`${note.text}: no log at all`);
  const open = new Set(
    fresh.filter((note) => OPENLY_LOST.includes(note.entry)).map((note) => note.messageId ?? ''),
  );
  judgeDesk(notes, open, found);
  judgeFailures(notes, fresh, found);
  judgeReplies(notes, fresh, found);
  return {
    ...found,
    accepted: uniqueBy(ofType(notes, 'accepted'), (note) => note.clientMessageId).length,
    replies: uniqueBy(ofType(notes, 'agent-accepted'), (note) => note.messageId).length,
    kills: ofType(notes, 'kill').reduce((sum, note) => sum + note.victims.length, 0),
    unconfirmed: open.size,
    isClean: Object.values(found).every((list) => list.length === 0),
  };
}

/** What went wrong, in words, and what went through. */
export interface Verdict extends Findings {
  /** The customers' messages that were accepted, and the agents'. */
  readonly accepted: number;
  readonly replies: number;
  readonly kills: number;
  /** Accepted, and openly told to have ended as failed or unconfirmed. */
  readonly unconfirmed: number;
  readonly isClean: boolean;
}

interface Findings {
  readonly lost: string[];
  readonly doubled: string[];
  readonly disordered: string[];
  readonly broken: string[];
}

type Of<Type extends Note['type']> = Extract<Note, { readonly type: Type }>;
type Seen = Of<'seen'>;
type Accepted = Of<'accepted'>;

/** The customer was told: not at the contact centre, or nobody knows. */
const OPENLY_LOST = ['MESSAGE_FAILED', 'MESSAGE_UNCONFIRMED'];

/** A repeated send gets the first answer. */
function judgeAnswers(accepted: readonly Accepted[], found: Findings): void {
  for (const [, answers] of groupBy(accepted, (note) => note.clientMessageId)) {
    const places = new Set(answers.map((note) => `${note.epoch}/${note.seq}/${note.messageId}`));
    if (places.size > 1)
      found.doubled.push(`${answers[0]?.text}: answered with ${[...places].join(' and ')}`);
  }
}

function judgeLog(
  customer: string,
  entries: readonly Seen[],
  accepted: readonly Accepted[],
  found: Findings,
): void {
  let expected = 1;
  for (const entry of entries) {
    if (entry.seq !== expected)
      found.disordered.push(`${customer}: ${entry.seq} stands where ${expected} should`);
    expected = entry.seq + 1;
  }
  const own = entries.filter((entry) => entry.entry === 'MESSAGE_ACCEPTED');
  for (const each of accepted) {
    const there = own.filter((entry) => entry.clientMessageId === each.clientMessageId);
    if (there.length > 1) found.doubled.push(`${each.text}: ${there.length} entries`);
    const kept = there.some(
      (entry) =>
        entry.epoch === each.epoch &&
        entry.seq === each.seq &&
        entry.messageId === each.messageId &&
        entry.text === each.text,
    );
    if (!kept) found.lost.push(`${each.text}: told ${each.epoch}/${each.seq}, not there`);
  }
  inOrder(
    `${customer}, own messages`,
    own.map((entry) => entry.text ?? ''),
    found,
  );
}

/** What the living stream showed is what the log has at the end, once and without holes. */
function judgeLive(customer: string, live: readonly Seen[], fresh: readonly Seen[], found: Findings): void {
  let last: number | undefined;
  for (const entry of live.filter((each) => each.log === fresh[0]?.log)) {
    if (last !== undefined && entry.seq <= last)
      found.doubled.push(`${customer}: ${entry.seq} shown after ${last}`);
    if (last !== undefined && entry.seq > last + 1)
      found.disordered.push(`${customer}: ${entry.seq} shown after ${last}`);
    last = entry.seq;
    const kept = fresh.find((each) => each.seq === entry.seq);
    const same = kept && kept.epoch === entry.epoch && kept.entry === entry.entry;
    if (!same || kept.messageId !== entry.messageId || kept.text !== entry.text)
      found.lost.push(`${customer}: ${entry.epoch}/${entry.seq} was shown and is not there`);
  }
  const end = fresh.at(-1)?.seq ?? 0;
  if (last !== undefined && last < end) found.lost.push(`${customer}: shown up to ${last} of ${end}`);
}

/** Each customer's message stands on the desk once, in the order of composing, unless its customer was told otherwise. */
function judgeDesk(notes: readonly Note[], open: ReadonlySet<string>, found: Findings): void {
  const desk = ofType(notes, 'desk').filter((note) => note.sender === 'CUSTOMER');
  const times = countBy(desk, (note) => note.text);
  for (const [text, count] of times) if (count > 1) found.doubled.push(`${text}: ${count} times on the desk`);
  for (const each of uniqueBy(ofType(notes, 'accepted'), (note) => note.clientMessageId))
    if (!times.has(each.text) && !open.has(each.messageId)) found.lost.push(`${each.text}: not on the desk`);
  for (const [dialog, messages] of groupBy(desk, (note) => note.dialog)) {
    const ordered = messages.toSorted((a, b) => a.index - b.index);
    inOrder(
      `desk ${dialog}`,
      ordered.map((note) => note.text),
      found,
    );
  }
}

/** Who was told that the contact centre has not got it must not find it there. */
function judgeFailures(notes: readonly Note[], fresh: readonly Seen[], found: Findings): void {
  const desk = new Set(ofType(notes, 'desk').map((note) => note.text));
  const delivered = new Set(
    fresh.filter((note) => note.entry === 'MESSAGE_DELIVERED').map((note) => note.messageId),
  );
  for (const note of fresh.filter((each) => each.entry === 'MESSAGE_FAILED')) {
    const text =
      fresh.find((each) => each.messageId === note.messageId && each.text !== undefined)?.text ?? '';
    if (desk.has(text) && !delivered.has(note.messageId))
      found.broken.push(`${text}: told as failed, and on the desk`);
  }
}

/** Each reply of an agent stands in the customer's log once, in the order of composing. */
function judgeReplies(notes: readonly Note[], fresh: readonly Seen[], found: Findings): void {
  const arrived = fresh.filter(
    (note) => note.entry === 'MESSAGE_ARRIVED' && AGENT_TEXT.test(note.text ?? ''),
  );
  const times = countBy(arrived, (note) => note.text ?? '');
  for (const [text, count] of times) if (count > 1) found.doubled.push(`${text}: ${count} times in the log`);
  for (const each of ofType(notes, 'agent-accepted'))
    if (!times.has(each.text)) found.lost.push(`${each.text}: not in the customer's log`);
  for (const [customer, entries] of groupBy(arrived, (note) => note.customer))
    // A late one stands where it came, with a mark: that is told, not a break.
    for (const [agent, own] of groupBy(
      entries.filter((entry) => entry.late !== true),
      (entry) => senderOf(entry.text ?? ''),
    ))
      inOrder(
        `${customer}, replies of ${agent}`,
        own.map((entry) => entry.text ?? ''),
        found,
      );
}

/** Texts are `sender#number`. */
const AGENT_TEXT = /^agent-\w+#\d+$/;
const senderOf = (text: string): string => text.split('#')[0] ?? '';

function inOrder(where: string, texts: readonly string[], found: Findings): void {
  const numbers = texts.map((text) => Number(text.split('#')[1]));
  for (const [at, number] of numbers.entries())
    if (at > 0 && number <= (numbers[at - 1] ?? 0))
      found.disordered.push(`${where}: ${texts[at]} after ${texts[at - 1]}`);
}

function ofType<Type extends Note['type']>(notes: readonly Note[], type: Type): Of<Type>[] {
  return notes.filter((note): note is Of<Type> => note.type === type);
}

function groupBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

function countBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of list) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
}

function uniqueBy<T>(list: readonly T[], keyOf: (each: T) => string): T[] {
  return [...new Map(list.toReversed().map((each) => [keyOf(each), each])).values()].toReversed();
}
