import type { Random } from '../../../src/lib/index.ts';
import { passwordOf } from '../../../src/testing/center/seedCenter.ts';
import { createFetch } from '../engine/http.ts';
import { Link } from '../engine/link.ts';
import { Process } from '../engine/process.ts';
import type { Schedule } from '../engine/schedule.ts';
import { ADDRESSES, type Center } from './center.ts';

interface Snapshot {
  readonly alerts: readonly { readonly engagement: { readonly id: string } }[];
  readonly engagements: readonly {
    readonly engagement: { readonly id: string };
    readonly messages: readonly { readonly messageId: string }[];
  }[];
}

/** One message, and the contact centre's dialog that it was said in. */
export interface Saying {
  readonly text: string;
  readonly dialogId: string;
}

/** Somebody at a desk: takes who rings, and says numbered things until the contact centre has them. */
export class Agent {
  readonly name: string;
  /** What the contact centre has answered for: it must reach every customer's page. */
  readonly said: Saying[] = [];
  isQuiet = false;
  private token: string | undefined;
  private count = 0;
  private isBusy = false;
  /** Whom the agent talks to, with the newest message that was seen. */
  private readonly mine = new Map<string, string | undefined>();
  private readonly process: Process;
  private readonly fetch: (request: Request) => Promise<Response>;
  private readonly random: Random;
  private readonly schedule: Schedule;

  constructor(name: string, schedule: Schedule, random: Random, center: Center) {
    this.name = name;
    this.schedule = schedule;
    this.random = random;
    this.process = new Process(name);
    this.fetch = createFetch(schedule, this.process, new Link(schedule, random), center.sandbox);
  }

  begin(): void {
    this.schedule.plan(500 + this.random.next() * 4000, this.process, 'looks', () => {
      this.begin();
      if (this.isBusy) return;
      this.isBusy = true;
      this.look()
        .catch(() => undefined)
        .finally(() => (this.isBusy = false));
    });
  }

  private async look(): Promise<void> {
    this.token ??= await this.signIn();
    // The whole desk is long; who has somebody to talk to looks at it now and then only.
    if (this.mine.size === 0 || this.random.next() < 0.05) await this.lookAround();
    if (this.isQuiet) return;
    for (const [id, lastMessageId] of this.mine) {
      const draw = this.random.next();
      if (draw < 0.05) await this.call('POST', `/engagements/${id}/typing`);
      if (draw < 0.2 && lastMessageId !== undefined)
        await this.call('POST', `/engagements/${id}/read`, { messageId: lastMessageId });
      else if (draw < 0.8) await this.say(id);
      else if (draw > 0.997) await this.call('POST', `/engagements/${id}/end`);
    }
  }

  private async lookAround(): Promise<void> {
    const { alerts, engagements } = (await this.call('GET', '/snapshot')) as Snapshot;
    this.mine.clear();
    for (const { engagement, messages } of engagements)
      this.mine.set(engagement.id, messages.at(-1)?.messageId);
    for (const { engagement } of alerts) {
      await this.call('POST', `/alerts/${engagement.id}/accept`);
      this.mine.set(engagement.id, undefined);
    }
  }

  private async say(engagement: string): Promise<void> {
    const burst = this.random.next() < 0.1 ? 5 : 1;
    for (let at = 0; at < burst; at++) {
      this.count += 1;
      const text = `${this.name}-${this.count}`;
      const content = { kind: 'text', text, actions: this.random.next() < 0.2 ? ACTIONS : [], cards: [] };
      // The desk's own id makes a second try safe.
      for (let tries = 0; tries < 5; tries++) {
        try {
          await this.call('POST', `/engagements/${engagement}/messages`, { clientMessageId: text, content });
          this.said.push({ text, dialogId: engagement });
          break;
        } catch (fault) {
          if (fault instanceof Answered) break;
        }
      }
    }
  }

  private async signIn(): Promise<string> {
    const body = { user: this.name.toLowerCase(), password: passwordOf(this.name) };
    const { token } = (await this.call('POST', '/sign-in', body)) as { token: string };
    return token;
  }

  private async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.fetch(
      new Request(`${ADDRESSES.sandbox}/desk/v1${path}`, {
        method,
        headers: {
          ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    if (answer.status >= 500) throw new Error(`status ${answer.status}`);
    if (answer.status === 401) this.token = undefined;
    if (!answer.ok) {
      this.mine.clear();
      throw new Answered(`status ${answer.status}`);
    }
    return answer.status === 204 ? undefined : answer.json();
  }
}

/** The contact centre has said no: asking again would not help. */
class Answered extends Error {}

const ACTIONS = [
  { type: 'reply', text: 'Yes', payload: 'yes' },
  { type: 'reply', text: 'No', payload: 'no' },
] as const;
