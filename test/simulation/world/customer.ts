import type { EngagementId } from '../../../src/protocol/index.ts';
import type { ChatMessage } from '../../../src/model/index.ts';
import type { Random } from '../../../src/lib/index.ts';
import { Process } from '../engine/process.ts';
import type { Schedule } from '../engine/schedule.ts';
import type { Device } from './device.ts';

/** Somebody at a device: writes, chooses, pages back, takes back, tries again, comes and goes. */
export class Customer {
  isQuiet = false;
  private count = 0;
  private readonly self: Process;
  private readonly device: Device;
  private readonly schedule: Schedule;
  private readonly random: Random;
  private readonly everyMs: number;
  private readonly onKept: (messageId: string) => void;

  /** @param onKept called with each message for which the composer has cleared. */
  constructor(
    device: Device,
    schedule: Schedule,
    random: Random,
    everyMs: number,
    onKept: (messageId: string) => void,
  ) {
    this.device = device;
    this.onKept = onKept;
    this.schedule = schedule;
    this.random = random;
    this.everyMs = everyMs;
    this.self = new Process(`${device.name}'s person`);
  }

  begin(): void {
    this.schedule.plan(-Math.log(1 - this.random.next()) * this.everyMs, this.self, 'acts', () => {
      this.begin();
      // A frozen page takes no clicks.
      if (!this.isQuiet && this.device.isOpen && !this.device.process.frozen) this.act();
    });
  }

  /** One thing in the newest conversation that is open, where there is one. */
  sayLast(): void {
    const { client, process, isOpen } = this.device;
    if (!client || !isOpen || process.frozen) return;
    const { engagementIds, engagements } = client.getState();
    const id = engagementIds.filter((one) => engagements[one]?.status !== 'TERMINATED').at(-1);
    if (id && engagements[id]?.joined) this.say(id);
  }

  private act(): void {
    const { client } = this.device;
    if (!client) return;
    const { session, engagementIds, engagements, facts } = client.getState();
    if (session.status !== 'open') {
      // What is tried again by itself needs nobody; some press the button all the same.
      const isOver = session.status !== 'failed' || session.retryAtMs === undefined;
      if (this.random.next() < (isOver ? 0.5 : 0.05)) client.start().catch(() => undefined);
      return;
    }
    const open = engagementIds.filter((id) => engagements[id]?.status !== 'TERMINATED');
    const id = open.at(-1);
    const draw = this.random.next();
    if (!id || (facts?.kind === 'chat' && draw < 0.01)) {
      client.createEngagement().catch(() => undefined);
      return;
    }
    const engagement = engagements[id];
    if (engagement && !engagement.joined) {
      client.joinEngagement(id).catch(() => undefined);
      return;
    }
    this.talk(id, draw);
  }

  private talk(id: EngagementId, draw: number): void {
    const { client } = this.device;
    if (!client) return;
    const own = (status: ChatMessage['delivery']['status']): ChatMessage | undefined => {
      for (const item of client.getState().engagements[id]?.timeline ?? [])
        if (item.kind === 'message' && item.message.own && item.message.delivery.status === status)
          return item.message;
      return undefined;
    };
    if (draw < 0.55) return this.say(id);
    if (draw < 0.62) {
      for (let at = 0; at < 8; at++) this.say(id);
      return;
    }
    if (draw < 0.7) client.loadOlder(id).catch(() => undefined);
    else if (draw < 0.75) client.notifyTyping(id);
    else if (draw < 0.8) client.markSeen(id, client.getState().engagements[id]?.headSeq ?? 0);
    else if (draw < 0.86) {
      const pending = own('waiting') ?? own('sending');
      if (pending?.clientMessageId) client.removeUnsent(id, pending.clientMessageId).catch(() => undefined);
    } else if (draw < 0.91) {
      const failed = own('failed');
      if (failed?.clientMessageId && failed.seq === undefined)
        client.retrySend(id, failed.clientMessageId).catch(() => undefined);
    } else if (draw < 0.94) client.retryConnection().catch(() => undefined);
    else if (draw < 0.96) client.setStreamWanted(this.random.next() < 0.8);
    else if (draw < 0.97) client.shutdown().catch(() => undefined);
    else if (draw < 0.98) client.retryGap(id, 0).catch(() => undefined);
    else if (draw < 0.985 && client.getState().facts?.kind === 'chat')
      client.disconnectEngagement(id).catch(() => undefined);
  }

  private say(id: EngagementId): void {
    const { client, instance, name } = this.device;
    this.count += 1;
    const text = `${name}.${instance}-${this.count}`;
    const isChoice = client?.getState().facts?.kind === 'messaging' && this.random.next() < 0.1;
    const body = isChoice
      ? ({ type: 'choice', action: 'reply', text, payload: 'yes' } as const)
      : ({ type: 'text', text } as const);
    client?.send(id, { body }).then(
      (messageId) => this.device.process.alive && this.onKept(messageId),
      () => undefined,
    );
  }
}
