import type { ChatState } from '../../src/model/index.ts';
import { decodeEntryRange, routes, type EngagementId, type SessionId } from '../../src/protocol/index.ts';
import { lineOf, type FaultCenter } from './faultCenter.ts';

/** One message, as every list must tell it. */
export interface Line {
  readonly messageId: string;
  readonly own: boolean;
  readonly text: string;
}

/** The messages of the page, in the order on the screen. A gap and an unsent message are lines too, so that they show. */
export function linesOfPage(state: ChatState, engagementId: EngagementId): readonly Line[] {
  return (state.engagements[engagementId]?.timeline ?? []).flatMap((item): Line[] => {
    if (item.kind === 'gap') return [{ messageId: 'gap', own: false, text: `gap ${item.status}` }];
    if (item.kind === 'system') return [];
    const { messageId, own, body, delivery } = item.message;
    const text =
      body.type === 'files' ? lineOf(body.text, body.attachments) : 'text' in body ? body.text : '';
    return [{ messageId: messageId ?? `none yet: ${delivery.status}`, own, text }];
  });
}

/** The connector's log of the engagement, asked for past every socket. */
export async function linesOfLog(
  center: FaultCenter,
  token: string,
  sessionId: SessionId,
  engagementId: EngagementId,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let after = 0, head = 1; after < head;) {
    const path = `${routes.entries(sessionId, engagementId)}?after=${after}&limit=256`;
    const range = decodeEntryRange(await center.ask(path, token));
    if (!range.ok) throw new Error(`The log cannot be read: ${range.faults[0]?.path}`);
    head = range.value.head.seq;
    after = range.value.entries.at(-1)?.seq ?? head;
    for (const entry of range.value.entries) {
      if (entry.type !== 'MESSAGE_ACCEPTED' && entry.type !== 'MESSAGE_ARRIVED') continue;
      const { messageId, body } = entry.message;
      const text =
        body.type === 'files' ? lineOf(body.text, body.attachments) : 'text' in body ? body.text : '';
      lines.push({ messageId, own: entry.type === 'MESSAGE_ACCEPTED', text });
    }
  }
  return lines;
}

/** What is to be found, in the order of composing. */
export interface Written {
  readonly own: readonly string[];
  readonly agent: readonly string[];
}

/**
 * Everything that is wrong: page and log line by line; each sender's order as composed, nothing lost, nothing twice; the
 * desk as a set and in each sender's order (architecture, Settled 6).
 */
export function faultsOf(
  page: readonly Line[],
  log: readonly Line[],
  desk: readonly string[],
  written: Written,
): readonly string[] {
  const faults: string[] = [];
  const same = (what: string, is: readonly string[], ought: readonly string[]): void => {
    if (is.join('\n') === ought.join('\n')) return;
    const missing = ought.filter((one) => !is.includes(one));
    const twice = is.filter((one, at) => is.indexOf(one) !== at);
    const strange = is.filter((one) => !ought.includes(one));
    const [kind, list] = missing.length
      ? ['lost', missing]
      : twice.length
        ? ['twice', twice]
        : strange.length
          ? ['unexpected', strange]
          : ['out of order', is.filter((one, at) => one !== ought[at])];
    faults.push(`${what}: ${list.length} ${kind}: ${list.slice(0, 3).join(' | ')}`);
  };
  const told = ({ messageId, own, text }: Line): string => `${own ? 'own' : 'agent'} ${messageId} ${text}`;
  same('page against log', page.map(told), log.map(told));
  const written_ = (lines: readonly string[]): readonly string[] => lines.filter((one) => OURS.test(one));
  const side = (own: boolean): readonly string[] =>
    written_(log.filter((one) => one.own === own).map((one) => one.text));
  same('log against the customer', side(true), written.own);
  same('log against the agent', side(false), written.agent);
  same(
    'desk against the customer',
    desk.filter((one) => one.startsWith('own ')),
    written.own,
  );
  same(
    'desk against the agent',
    desk.filter((one) => one.startsWith('agent ')),
    written.agent,
  );
  return faults;
}

/** What the contact centre says by itself is no line of ours. */
const OURS = /^(own|agent) \d\d/;
