import { createSeededRandom, type Logger, type Random } from '../../src/lib/index.ts';
import type { TransportName } from '../../src/client/index.ts';
import { checkSettled, checkUpstream, lackOf, type OpenPage } from './check/atTheEnd.ts';
import { knownDialogs } from './check/knownDialogs.ts';
import { ServerLog, type Report } from './check/serverLog.ts';
import { View } from './check/view.ts';
import { Link } from './engine/link.ts';
import { Schedule } from './engine/schedule.ts';
import { Agent } from './world/agent.ts';
import { AGENTS, Center, prepareGround, type Ground } from './world/center.ts';
import { Chaos } from './world/chaos.ts';
import { Customer } from './world/customer.ts';
import { detailOf } from './world/detailOf.ts';
import { Device } from './world/device.ts';
import { Profile } from './world/profile.ts';
import { turn } from './world/turn.ts';

/** What came of one seed. */
export interface Outcome {
  readonly seed: number;
  readonly steps: number;
  /** Over time and name of every step: the same seed gives the same. */
  readonly hash: string;
  readonly virtualMs: number;
  readonly accepted: number;
  readonly arrived: number;
  /** How long after the faults the last page was whole, milliseconds; undefined where a page never was. */
  readonly wholeAfterMs: number | undefined;
  readonly violation?: string;
  /** The last lines of the trace, where a promise was broken. */
  readonly tail?: readonly string[];
}

/** How a seed is run. */
export interface SeedOptions {
  readonly seed: number;
  /** About so many: faults stop at nine tenths, then everything comes to rest. */
  readonly steps: number;
  /** A browser has 1 to so many tabs. */
  readonly mostTabs: number;
  /** Lines of the trace to keep; default 80. */
  readonly lines?: number;
  readonly logger?: Logger;
}

const REST_MS = 150_000;
/** Long enough for a message to be accepted and told to the streams. */
const LAST_WORDS_MS = 2500;
const LOOK_MS = 1000;
/** Whoever finds the chat ended has pressed the button within so long. */
const PRESS_MS = 2000;

/** Makes what every seed begins with; once per thread. */
export function prepare(): Promise<Ground> {
  return prepareGround(new Schedule());
}

/** Runs one seed from nothing to rest, or to the first broken promise. */
export async function runSeed(ground: Ground, options: SeedOptions): Promise<Outcome> {
  const run = new Run(ground, options);
  await run.begin();
  return run.toTheEnd();
}

class Run {
  private readonly schedule: Schedule;
  private readonly random: Random;
  private readonly log: ServerLog;
  private readonly center: Center;
  private readonly devices: Device[] = [];
  private readonly customers: Customer[] = [];
  private readonly agents: Agent[] = [];
  /** Composers have cleared for these, and the outbox was on the disk: they survive their tab (G1). */
  private readonly kept = new Map<string, Profile>();
  private readonly views = new Map<Device, { readonly instance: number; readonly view: View }>();
  private readonly chaos: Chaos;
  private violation: string | undefined;
  private readonly ground: Ground;
  private readonly options: SeedOptions;

  constructor(ground: Ground, options: SeedOptions) {
    this.ground = ground;
    this.options = options;
    const schedule = new Schedule(options.lines);
    this.schedule = schedule;
    const random = createSeededRandom(Math.imul(options.seed, 0x9e3779b1) ^ 0x51ed270b);
    this.random = random;
    const fork = (): Random => createSeededRandom(Math.floor(random.next() * 2 ** 32));
    this.log = new ServerLog((guarantee, detail) => this.report(guarantee, detail));
    this.center = new Center({
      schedule,
      random: fork(),
      ...(options.logger && { logger: options.logger }),
      onConnectorFlush: (changes) => this.log.take(changes),
    });
    for (const disk of [this.center.connectorDisk, this.center.sandboxDisk])
      disk.onEndless = () => this.report('G13', 'a process reads its disk without end');
    this.makePeople(fork);
    this.chaos = new Chaos({
      ...{ schedule, random: fork(), center: this.center, ground, devices: this.devices },
      everyMs: 2000 + random.next() ** 2 * 20_000,
      force: random.next(),
    });
  }

  async begin(): Promise<void> {
    const { center, ground } = this;
    await center.fill(ground);
    void center.startSandbox();
    void center.startConnector(ground.seeded);
    await turn();
    for (const device of this.devices) device.open();
    for (const person of [...this.customers, ...this.agents]) person.begin();
    this.chaos.supervise();
    this.chaos.begin();
  }

  async toTheEnd(): Promise<Outcome> {
    const { schedule } = this;
    const strikes = Math.floor(this.options.steps * 0.9);
    while (schedule.steps < strikes && !this.violation && schedule.step()) await this.check();
    await this.sayLastWords();
    schedule.note('faults stop');
    const stoppedAtMs = schedule.nowMs;
    this.chaos.end();
    let wholeAfterMs: number | undefined;
    let lookAtMs = stoppedAtMs;
    const step = async (untilMs: number): Promise<void> => {
      while (!this.violation && schedule.nowMs < untilMs && schedule.step(untilMs)) {
        await this.check();
        if (schedule.nowMs < lookAtMs) continue;
        lookAtMs = schedule.nowMs + LOOK_MS;
        const isWhole = this.pages().every((page) => lackOf(page, this.log) === undefined);
        if (!isWhole) wholeAfterMs = undefined;
        else wholeAfterMs ??= schedule.nowMs - stoppedAtMs;
      }
      schedule.nowMs = Math.max(schedule.nowMs, untilMs);
    };
    for (let atMs = stoppedAtMs; atMs <= stoppedAtMs + REST_MS / 2; atMs += PRESS_MS) {
      this.goOn();
      await step(atMs + PRESS_MS);
    }
    await this.readAll(step);
    await step(stoppedAtMs + REST_MS);
    if (!this.violation) await this.judge();
    return this.outcome(wholeAfterMs);
  }

  /** Everybody says one thing more, and no page hears it by its stream: only heads can tell that it is missing. */
  private async sayLastWords(): Promise<void> {
    const { schedule, customers, agents } = this;
    this.chaos.spoilTheEnd(LAST_WORDS_MS);
    for (const customer of customers) customer.sayLast();
    const untilMs = schedule.nowMs + LAST_WORDS_MS;
    while (!this.violation && schedule.step(untilMs)) await this.check();
    for (const person of [...customers, ...agents]) person.isQuiet = true;
  }

  private makePeople(fork: () => Random): void {
    const { schedule, random, center } = this;
    const { messaging, chat } = this.ground.seeded;
    const { integrationId } = random.next() < 0.7 ? messaging : chat;
    const everyMs = 800 + random.next() * 5000;
    const browsers = 1 + Math.floor(random.next() * 3);
    const places = Array.from({ length: browsers }, (_, at) =>
      Array.from({ length: 1 + Math.floor(random.next() ** 2 * this.options.mostTabs) }, (_tab, tab) => ({
        at,
        tab,
      })),
    ).flat();
    const profiles = places.map(({ at }) => at).filter((at, index, all) => all.indexOf(at) === index);
    const shared = profiles.map((at) => ({
      profile: new Profile(`d${at}`, schedule, fork()),
      link: new Link(schedule, fork()),
    }));
    for (const { at, tab } of places) {
      const browser = shared[at];
      if (!browser) continue;
      const device = new Device({
        ...{ name: `d${at}${'abc'[tab] ?? ''}`, schedule, random: fork(), center, integrationId, ...browser },
        customerId: 'customer-1',
        transports: TRANSPORTS[Math.floor(random.next() * TRANSPORTS.length)] ?? [],
        tokenLifeSeconds: Math.floor(60 + random.next() ** 2 * 900),
        onEvent: (from, event) => {
          const { name } = from.process;
          schedule.note(`${name} tells ${event.type}${detailOf(event)}`);
          this.viewOf(from).takeEvent(event);
          if (event.type === 'MESSAGE_REJECTED' || event.type === 'MESSAGE_REMOVED')
            this.kept.delete(event.clientMessageId);
        },
        onTokenRush: ({ process }) => this.report('G8', `${process.name} asks for two tokens at a time`),
        onEvict: (from) => {
          for (const [id, profile] of this.kept) if (profile === from.profile) this.kept.delete(id);
        },
      });
      this.devices.push(device);
      const onKept = (id: string): void => {
        const isDurable = device.client?.getState().outboxDurable ?? false;
        if (isDurable && this.viewOf(device).fates.get(id) === 'queued') this.kept.set(id, device.profile);
      };
      this.customers.push(new Customer(device, schedule, fork(), everyMs, onKept));
    }
    for (const name of AGENTS) this.agents.push(new Agent(name, schedule, fork(), center));
  }

  /** Each tab is a view of its own. */
  private viewOf(device: Device): View {
    const { name, instance } = device;
    const known = this.views.get(device);
    if (known?.instance === instance) return known.view;
    const report: Report = (guarantee, detail) => this.report(guarantee, detail);
    const view = new View(`${name}.${instance}`, this.log, report);
    this.views.set(device, { instance, view });
    return view;
  }

  private async check(): Promise<void> {
    await turn();
    for (const device of this.devices)
      if (device.isOpen && device.client) this.viewOf(device).look(device.client.getState());
  }

  private pages(): OpenPage[] {
    return this.devices.flatMap((device) =>
      device.client
        ? [{ name: device.name, state: device.client.getState(), view: this.viewOf(device) }]
        : [],
    );
  }

  /** Whoever finds the chat ended presses "Continue"; what has failed goes on by itself (G10). */
  private goOn(): void {
    for (const { client } of this.devices)
      if (client?.getState().session.status === 'ended') client?.start().catch(() => undefined);
  }

  /** Everybody pages back to the beginning. */
  private async readAll(step: (untilMs: number) => Promise<void>): Promise<void> {
    for (let at = 0; at < 40 && !this.violation; at++) {
      let isReading = false;
      for (const { client } of this.devices) {
        for (const [id, engagement] of Object.entries(client?.getState().engagements ?? {})) {
          if (!engagement.joined || engagement.history.status === 'complete') continue;
          isReading = true;
          client?.loadOlder(engagement.engagementId).catch(() => undefined);
          this.schedule.note(`reads on in ${id}`);
        }
      }
      if (!isReading) return;
      await step(this.schedule.nowMs + 400);
    }
  }

  private async judge(): Promise<void> {
    const report = (guarantee: string, detail: string): void => this.report(guarantee, detail);
    for (const page of this.pages()) {
      const lack = lackOf(page, this.log);
      if (lack !== undefined) report('G2', `${page.name} ${lack}, ${REST_MS / 1000} s after faults stopped`);
      checkSettled(page, this.log, report);
    }
    for (const id of this.kept.keys())
      if (!this.log.accepted.has(id))
        report('G1', `${id} was queued durably, and is neither accepted nor handed back`);
    const rows = await this.center.sandboxDisk.rows.transact((store) => store.list({ prefix: 'message/' }));
    const ours = await knownDialogs(this.center.connectorDisk);
    const said = this.agents.flatMap((agent) => agent.said).filter(({ dialogId }) => ours.has(dialogId));
    checkUpstream(rows, this.log, said, report);
  }

  private report(guarantee: string, detail: string): void {
    this.violation ??= `${guarantee}: ${detail}`;
  }

  private outcome(wholeAfterMs: number | undefined): Outcome {
    const { schedule, log, violation } = this;
    return {
      seed: this.options.seed,
      steps: schedule.steps,
      hash: schedule.hash.toString(16).padStart(8, '0'),
      virtualMs: schedule.nowMs,
      accepted: log.accepted.size,
      arrived: log.arrived.size,
      wholeAfterMs,
      ...(violation !== undefined && { violation, tail: schedule.tail() }),
    };
  }
}

const TRANSPORTS: readonly (readonly TransportName[])[] = [
  ['websocket', 'sse', 'long-poll'],
  ['websocket', 'sse', 'long-poll'],
  ['websocket'],
  ['sse'],
  ['long-poll'],
];
