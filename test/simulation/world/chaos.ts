import type { Random } from '../../../src/lib/index.ts';
import { SOUND, type DiskFaults } from '../engine/disk.ts';
import { FAIR, type Link, type Weather } from '../engine/link.ts';
import { Process } from '../engine/process.ts';
import type { Schedule } from '../engine/schedule.ts';
import type { Center, Ground } from './center.ts';
import type { Device } from './device.ts';

/** What goes wrong, and how often. */
export interface ChaosOptions {
  readonly schedule: Schedule;
  readonly random: Random;
  readonly center: Center;
  readonly ground: Ground;
  readonly devices: readonly Device[];
  /** Between two faults, on average. */
  readonly everyMs: number;
  /** 0 to 1: how bad roads and disks get. */
  readonly force: number;
}

const DAY_MS = 86_400_000;

/** Everything that goes wrong in a run, and its end. */
export class Chaos {
  private isOver = false;
  private readonly self = new Process('chaos');
  private readonly options: ChaosOptions;

  constructor(options: ChaosOptions) {
    this.options = options;
  }

  begin(): void {
    const { random, everyMs } = this.options;
    this.later(-Math.log(1 - random.next()) * everyMs, 'strikes', () => {
      this.begin();
      this.strike();
    });
  }

  /**
   * Until faults stop no frame of a stream passes: what is said last is missing on every page, and nothing newer tells of it.
   * Sometimes the connector dies as well, with messages in hand that the contact centre has not taken: nothing newer sends
   * them on.
   */
  spoilTheEnd(forMs: number): void {
    const { center, devices, random } = this.options;
    for (const { link } of devices) link.weather = { ...FAIR, frame: 1 };
    if (random.next() < 0.5) return;
    this.freeze(center.sandbox.process, forMs);
    this.later(random.next() * forMs, 'the connector dies', () => center.connector.process.kill());
  }

  /** Faults stop: roads are fair, disks sound, everybody lives. Device clocks stay as wrong as they are. */
  end(): void {
    const { center, devices, schedule } = this.options;
    this.isOver = true;
    for (const link of this.links()) {
      link.weather = FAIR;
      link.open();
    }
    center.connectorDisk.faults = SOUND;
    center.sandboxDisk.faults = SOUND;
    for (const host of [center.connector, center.sandbox, center.tokens])
      if (host.process.frozen) schedule.thaw(host.process);
    this.ensureServers();
    for (const device of devices) {
      device.tokenFaults.failure = 0;
      if (device.process.frozen) schedule.thaw(device.process);
      if (!device.isOpen) device.open();
      device.hint('online');
      device.hint('visible');
      const { client } = device;
      client?.setStreamWanted(true);
    }
  }

  /** Whoever died is started again: a supervisor looks each half second. */
  supervise(): void {
    const { schedule } = this.options;
    schedule.plan(500, this.self, 'supervises', () => {
      this.ensureServers();
      this.supervise();
    });
  }

  private ensureServers(): void {
    const { center, ground } = this.options;
    if (!center.sandbox.process.alive) center.startSandbox().catch(() => center.sandbox.process.kill());
    if (!center.connector.process.alive) {
      center.startConnector(ground.seeded).catch(() => center.connector.process.kill());
    }
  }

  private links(): readonly Link[] {
    const { center, devices } = this.options;
    return [...devices.map(({ link }) => link), center.upstream, center.callbacks, center.keysRoad];
  }

  private later(delayMs: number, label: string, work: () => void): void {
    this.options.schedule.plan(delayMs, this.self, label, () => {
      if (!this.isOver) work();
    });
  }

  private strike(): void {
    const { random, schedule } = this.options;
    let left = random.next() * WEIGHTS;
    for (const [name, weight] of FAULTS) {
      left -= weight;
      if (left >= 0) continue;
      schedule.note(`fault: ${name}`);
      return this.do(name);
    }
  }

  private do(name: FaultName): void {
    const { random, center, devices, schedule } = this.options;
    const device = devices[Math.floor(random.next() * devices.length)];
    const links = this.links();
    const link = random.next() < 0.7 ? device?.link : links[Math.floor(random.next() * links.length)];
    if (!device || !link) return;
    switch (name) {
      case 'bad weather':
        // Nothing between the two servers makes one call into two, and the contact centre could not tell (axp.md 8 #17).
        link.weather = { ...this.weather(), ...(link === center.upstream && { double: 0 }) };
        return this.later(random.next() * 40_000, 'the weather clears', () => void (link.weather = FAIR));
      case 'partition':
        link.stall();
        if (random.next() < 0.5) device.hint('offline');
        return this.later(random.next() ** 2 * 60_000, 'the road opens', () => {
          link.open();
          if (!device.isOnline) device.hint('online');
        });
      case 'cut':
        return link.cutAll();
      case 'half-open':
        return link.halfOpen();
      case 'freeze a tab':
        return this.freeze(device.process, random.next() ** 2 * 90_000);
      case 'freeze the connector':
        return this.freeze(center.connector.process, random.next() * 8000);
      case 'freeze the contact centre':
        return this.freeze(center.sandbox.process, random.next() * 15_000);
      case 'freeze the keys':
        return this.freeze(center.tokens.process, random.next() * 20_000);
      case 'kill the connector':
        return center.connector.process.kill();
      case 'kill the contact centre':
        return center.sandbox.process.kill();
      case 'deploy':
        return this.deploy();
      case 'bad disk':
        return this.spoil(random.next() < 0.7 ? center.connectorDisk : center.sandboxDisk);
      case 'kill a tab':
        device.kill();
        return this.later(random.next() * 8000, 'opens again', () => void (device.isOpen || device.open()));
      case 'reload':
        device.close();
        return void device.open();
      case 'bad start':
        return this.startBadly(device);
      case 'evict storage':
        return device.forgetStorage();
      case 'clock jump':
        return device.jumpClock(Math.round((random.next() * 2 - 1) * DAY_MS));
      case 'no tokens':
        device.tokenFaults.failure = random.next();
        return this.later(
          random.next() * 60_000,
          'tokens again',
          () => void (device.tokenFaults.failure = 0),
        );
      case 'hide':
        device.hint(device.isVisible ? 'hidden' : 'visible');
        return;
      case 'restored':
        device.hint('restored');
        return;
      case 'epoch change':
        schedule.note('the logs are rebuilt');
        return void this.rebuild();
    }
  }

  /**
   * A page begins anew, and what it asks for gets lost, and frames too, for somewhat less than a request waits: a hole in
   * the stream, the range that would mend it, and the page of the past that holds the same entries cross each other.
   */
  private startBadly(device: Device): void {
    const { random } = this.options;
    device.close();
    const unsubscribe = device.open().subscribe(({ type }) => {
      if (type !== 'HISTORY_LOADING') return;
      unsubscribe();
      // A moment later, so that its line is on the way as well.
      this.later(1, 'the page hears badly', () => {
        device.link.weather = { ...FAIR, loss: 0.8, frame: 0.3 };
        this.later(12_000 + random.next() * 9000, 'hears well', () => void (device.link.weather = FAIR));
      });
    });
  }

  private weather(): Weather {
    const { random, force } = this.options;
    const chance = (most: number): number => (random.next() < 0.5 ? 0 : random.next() * most * force);
    return {
      delayMs: 10 + random.next() ** 3 * 3000,
      jitterMs: random.next() ** 3 * 5000,
      loss: chance(0.3),
      refusal: chance(0.5),
      cut: chance(0.4),
      double: chance(0.4),
      frame: chance(0.15),
    };
  }

  private freeze(process: Process, ms: number): void {
    const { schedule } = this.options;
    if (process.frozen || !process.alive) return;
    process.frozen = true;
    schedule.plan(ms, this.self, `${process.name} thaws`, () => {
      if (process.frozen) schedule.thaw(process);
    });
  }

  private spoil(disk: { faults: DiskFaults }): void {
    const { random, force } = this.options;
    disk.faults = {
      error: random.next() < 0.5 ? random.next() * 0.3 * force : 0,
      torn: random.next() < 0.5 ? random.next() * 0.3 * force : 0,
      slowMs: random.next() < 0.5 ? random.next() * 400 : 0,
      killAfterFlush: random.next() < 0.5 ? random.next() * 0.1 * force : 0,
    };
    this.later(random.next() * 10_000, 'the disk is sound', () => void (disk.faults = SOUND));
  }

  /** As a deployment does it: drained first, dead a little later, and another one in its place. */
  private deploy(): void {
    const { center, schedule, ground } = this.options;
    const { process, app } = center.connector;
    if (!process.alive || process.frozen) return;
    void ('stop' in app && typeof app.stop === 'function' ? app.stop() : undefined);
    schedule.plan(1500, this.self, 'replaces the connector', () => {
      if (center.connector.process !== process) return;
      process.kill();
      center.startConnector(ground.seeded).catch(() => center.connector.process.kill());
    });
  }

  /** Every log gets another epoch, as after a rebuild; the entries stay. */
  private async rebuild(): Promise<void> {
    const { center, random } = this.options;
    center.connector.process.kill();
    const epoch = `epoch${Math.floor(random.next() * 2 ** 32)}`;
    await center.connectorDisk.rows.transact(async (rows) => {
      for (const [key, value] of await rows.list({ prefix: 'log/' })) {
        await rows.put(key, { ...(value as Readonly<Record<string, never>>), epoch });
      }
    });
  }
}

const FAULTS = [
  ['bad weather', 20],
  ['partition', 8],
  ['cut', 8],
  ['half-open', 6],
  ['freeze a tab', 5],
  ['freeze the connector', 3],
  ['freeze the contact centre', 3],
  ['freeze the keys', 1],
  ['kill the connector', 6],
  ['kill the contact centre', 4],
  ['deploy', 3],
  ['bad disk', 8],
  ['kill a tab', 5],
  ['reload', 4],
  ['bad start', 5],
  ['evict storage', 1],
  ['clock jump', 4],
  ['no tokens', 3],
  ['hide', 4],
  ['restored', 2],
  ['epoch change', 1],
] as const;
type FaultName = (typeof FAULTS)[number][0];
const WEIGHTS = FAULTS.reduce((sum, [, weight]) => sum + weight, 0);
