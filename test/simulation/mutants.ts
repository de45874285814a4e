import type { TextChange } from './platform/install.ts';

/** A bug that somebody could have made, as a change of the sources while they are loaded. */
export interface Mutant {
  readonly name: string;
  readonly changes: readonly TextChange[];
}

const CONNECTOR = 'src/server/connector';

/** The planted bugs. A text that has moved on breaks the run: then the table is to be brought up to date. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'connector: ack before flush',
    changes: [
      {
        file: `${CONNECTOR}/log/unit.ts`,
        find: 'const result = await store.transact((rows) => {',
        replace:
          'let tell, fail; const early = new Promise((a, b) => { tell = a; fail = b; }); store.transact(async (rows) => {',
      },
      { file: `${CONNECTOR}/log/unit.ts`, find: 'return work({', replace: 'const answer = await work({' },
      {
        file: `${CONNECTOR}/log/unit.ts`,
        find: 'afterCommit: (task) => void tasks.push(task),\n    });\n  });',
        replace:
          'afterCommit: (task) => void tasks.push(task),\n    });\n    tell(answer);\n  }).catch(fail); const result = await early;',
      },
    ],
  },
  one(
    'connector: drop the dedupe',
    `${CONNECTOR}/engagements/acceptMessage.ts`,
    'if (known) return repeated(known, payloadHash, request);',
    '',
  ),
  one(
    'connector: forget the id of what was accepted',
    `${CONNECTOR}/engagements/acceptMessage.ts`,
    'await unit.rows.put(key, toRow({ payloadHash, answer }));',
    '',
  ),
  one(
    'connector: the number of an entry is not raised',
    `${CONNECTOR}/log/logBook.ts`,
    'await unit.rows.put(keys.log(log), toRow(head));',
    '',
  ),
  one(
    'connector: a hole in the numbers',
    `${CONNECTOR}/log/logBook.ts`,
    'seq: before.seq + 1',
    'seq: before.seq + (before.seq === 9 ? 2 : 1)',
  ),
  one(
    'connector: off by one in the rows after a cursor',
    `${CONNECTOR}/log/logBook.ts`,
    'after: keys.entry(log, afterSeq)',
    'after: keys.entry(log, afterSeq + 1)',
  ),
  one(
    'connector: history leaves its newest out',
    `${CONNECTOR}/log/readLog.ts`,
    'kept.slice(0, ask.limit).reverse()',
    'kept.slice(1, ask.limit).reverse()',
  ),
  one(
    'connector: the next page begins one too early',
    `${CONNECTOR}/log/readLog.ts`,
    '? page[0]?.seq : undefined',
    '? page[0]?.seq - 1 : undefined',
  ),
  one(
    'connector: a call is not marked before it is made',
    `${CONNECTOR}/jobs/doJob.ts`,
    'await job.begin();\n  const outcome = await adapter.send(message);',
    'const outcome = await adapter.send(message);',
  ),
  one(
    'connector: an unknown outcome is sent again',
    `${CONNECTOR}/jobs/doJob.ts`,
    "return settle(connector, settler, task, job);\n    case 'not-taken':",
    "return { kind: 'again' };\n    case 'not-taken':",
  ),
  one(
    'connector: two calls of one lane at a time',
    `${CONNECTOR}/jobs/lanes.ts`,
    'if (running.has(lane)) return;',
    '',
  ),
  one(
    'connector: a job takes the place of the one before',
    `${CONNECTOR}/jobs/jobRecord.ts`,
    "(typeof counter === 'number' ? counter : 0) + 1",
    "(typeof counter === 'number' ? counter : 1)",
  ),
  one(
    'connector: a restart forgets the jobs',
    `${CONNECTOR}/jobs/jobRunner.ts`,
    "for (const lane of new Set(rows.map(([key]) => key.split('/')[1] ?? ''))) lanes.kick(lane);",
    '',
  ),
  one(
    'connector: a restart forgets what is being settled',
    `${CONNECTOR}/jobs/settler.ts`,
    'for (const [key, value] of rows) plan(decodeStored(key, value, decodeSettling));',
    '',
  ),
  one(
    'connector: unconfirmed is told as delivered',
    `${CONNECTOR}/jobs/settler.ts`,
    'else await markUnconfirmed(unit, message);',
    'else await markDelivered(unit, message);',
  ),
  {
    name: 'connector: a callback has its effect twice',
    changes: [
      {
        file: `${CONNECTOR}/webhooks/receiveCallback.ts`,
        find: 'if (key !== undefined && (await unit.rows.get(key)) !== undefined) return true;',
        replace: '',
      },
      {
        file: `${CONNECTOR}/webhooks/takeMessage.ts`,
        find: 'if (callback.messageId && (await messageByUpstreamId(unit.rows, engagementId, callback.messageId))) return;',
        replace: '',
      },
    ],
  },
  one(
    'connector: a callback is answered before its commit',
    `${CONNECTOR}/webhooks/receiveCallback.ts`,
    'await applyCallback(connector, unit, engagement, callback);',
    'if (unit.random.next() < 0.02) return true; await applyCallback(connector, unit, engagement, callback);',
  ),
  one(
    'connector: the echo enters as a new message',
    `${CONNECTOR}/webhooks/takeMessage.ts`,
    'if (own) {',
    'if (own && false) {',
  ),
  one(
    'store: a failed transaction is not taken back',
    'src/server/storage/memoryStore.ts',
    'for (const [key, before] of undo) write(rows, key, before);',
    '',
  ),
  one(
    'contact centre: a callback nobody took is dropped',
    'src/server/sandbox/webhooks/callbackSender.ts',
    'if (!(await post(world, subscription.callbackUrl, text, halt))) return false;',
    'await post(world, subscription.callbackUrl, text, halt);',
  ),
  one(
    'client: retry with a new id',
    'src/client/outbox/sendMessage.ts',
    'const json: SendRequest = {\n    clientMessageId,',
    "const tries = (globalThis.tries = (globalThis.tries ?? 0) + 1);\n  const json: SendRequest = {\n    clientMessageId: clientMessageId.slice(0, 24) + String(tries).padStart(12, '0'),",
  ),
  one(
    'client: the newest is sent first',
    'src/client/outbox/lane.ts',
    'this.entries = [...this.entries.filter((one) => one.clientMessageId !== entry.clientMessageId), entry];',
    'this.entries = [entry, ...this.entries.filter((one) => one.clientMessageId !== entry.clientMessageId)];',
  ),
  one(
    'client: out of the outbox before the answer',
    'src/client/outbox/lane.ts',
    'const answer = await sendEntry(options, entry);',
    'this.drop(entry.clientMessageId); const answer = await sendEntry(options, entry);',
  ),
  one(
    'client: an unanswered send is told as sent',
    'src/client/outbox/lane.ts',
    'const answer = await sendEntry(options, entry);',
    "const answer = await sendEntry(options, entry).catch(() => ({ messageId: 'none' }));",
  ),
  {
    name: 'client: a request without a time limit',
    changes: [
      {
        file: 'src/client/http.ts',
        find: 'const timer = clock.after(timeoutMs, late);',
        replace: 'const timer = undefined;',
      },
      { file: 'src/client/http.ts', find: "if (again || method === 'GET') flights.add(late);", replace: '' },
    ],
  },
  one(
    'client: a hole is passed over',
    'src/client/inbox/logReader.ts',
    'if (entry.seq === this.#seq + 1) return this.#pass(entry, isLive);',
    'return this.#pass(entry, isLive);',
  ),
  one(
    'client: what was replayed is not shown',
    'src/client/inbox/logReader.ts',
    "this.#options.emit({ type: 'ENTRY', entry: next, live: isLive });",
    "if (isLive) this.#options.emit({ type: 'ENTRY', entry: next, live: isLive });",
  ),
  one(
    'client: heads are not looked at',
    'src/client/inbox/logReader.ts',
    'if (this.#headSeq <= this.#seq) return;',
    'return;',
  ),
  one(
    'client: a range begins one too late',
    'src/client/inbox/inbox.ts',
    'query: { after: String(afterSeq),',
    'query: { after: String(afterSeq + 1),',
  ),
  one(
    'client: a new epoch is taken for the old one',
    'src/client/inbox/inbox.ts',
    'if (known?.position.epoch === head.epoch) {',
    'if (known) {',
  ),
  one(
    'client: silence is never noticed',
    'src/client/connection/connectionTimers.ts',
    "this.#options.dispatch({ type: 'lost', failure: failureOfEnd({ type: 'closed' }) });\n  }",
    '}',
  ),
  one(
    'client: no attempt after the first failed one',
    'src/client/connection/connectionTimers.ts',
    "this.#set('retry', delayMs, () => this.#options.dispatch({ type: 'retry-due' }));",
    "if (effect.attempt < 2) this.#set('retry', delayMs, () => this.#options.dispatch({ type: 'retry-due' }));",
  ),
  // A token that is used although it has expired is no bug that shows: the connector refuses it, and the refusal leads to
  // the same one call for another.
  {
    name: 'client: every caller asks for a token of its own',
    changes: [
      { file: 'src/client/auth/tokenKeeper.ts', find: '#flight ??= within', replace: '#flight = within' },
      { file: 'src/client/tabs/seat.ts', find: '(asked ??= within', replace: '(asked = within' },
    ],
  },
  one(
    'model: new rows go to the end',
    'src/model/timeline.ts',
    'for (let item = timeline[at - 1]; item && seqOf(item) > seq; item = timeline[at - 1]) at -= 1;',
    '',
  ),
  one(
    'model: a page does not know what is here',
    'src/model/timeline.ts',
    'older.filter((item) => !known.has(item.key))',
    'older.filter((item) => known.size >= 0)',
  ),
  one(
    'model: a page is put on top unsorted',
    'src/model/timeline.ts',
    'isMixed ? items.sort((a, b) => compare(seqOf(a), seqOf(b))) : items',
    'items',
  ),
  one(
    'model: duplicate on echo',
    'src/model/fromWire.ts',
    'key: clientMessageId ?? messageId,',
    'key: messageId,',
  ),
  one(
    'model: a filled gap stays',
    'src/model/reduceHistory.ts',
    'const timeline = removeKey(engagement.timeline, gapKey(event.afterSeq));',
    'const timeline = engagement.timeline;',
  ),
  one(
    'model: what fills a gap is not shown',
    'src/model/reduceHistory.ts',
    'return event.entries.reduce(reduceEntry, { ...engagement, timeline });',
    'return { ...engagement, timeline };',
  ),
  one(
    'model: a refused message is taken off the list',
    'src/model/reduceEntry.ts',
    'timeline: changeMessage(engagement.timeline, entry, (message) => ({ ...message, delivery: failed })),',
    "timeline: engagement.timeline.filter((item) => item.kind !== 'message' || item.message.messageId !== entry.messageId),",
  ),
  one(
    'model: accepted is shown as delivered',
    'src/model/fromWire.ts',
    "default:\n      return { status: 'sent' };",
    "default:\n      return { status: 'delivered' };",
  ),
  // That the history of a rebuilt log is forgotten does not show here: a rebuild keeps the entries, so that a page of the
  // old log holds what one of the new log holds.
  one(
    'client: a rebuilt log is not read on',
    'src/client/inbox/inbox.ts',
    'known?.stop();\n    this.#read(engagementId, head, gaps);',
    'known?.stop();\n    if (!known) this.#read(engagementId, head, gaps);',
  ),
];

function one(name: string, file: string, find: string, replace: string): Mutant {
  return { name, changes: [{ file, find, replace }] };
}
