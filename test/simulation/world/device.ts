import { createSharedClient } from '../../../src/client/createSharedClient.ts';
import type {
  BrowserHints,
  ChatClient,
  ClientStorage,
  JwtProvider,
  TransportName,
} from '../../../src/client/index.ts';
import { createSeededRandom, silentLogger, type Random } from '../../../src/lib/index.ts';
import type { ChatEvent } from '../../../src/model/index.ts';
import { createFetch } from '../engine/http.ts';
import type { Link } from '../engine/link.ts';
import { BEGIN_MS, clockOf } from '../engine/clockOf.ts';
import { Process } from '../engine/process.ts';
import type { Schedule } from '../engine/schedule.ts';
import { createOpenSocket } from '../engine/socket.ts';
import { signNow } from '../platform/jose.ts';
import { ADDRESSES, PAGE_APPKEY, type Center } from './center.ts';
import type { Profile } from './profile.ts';

/** What a device is made of. */
export interface DeviceOptions {
  readonly name: string;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly center: Center;
  /** The browser that this tab is one of. */
  readonly profile: Profile;
  /** Its road, which all its tabs take. */
  readonly link: Link;
  readonly customerId: string;
  readonly integrationId: string;
  readonly transports: readonly TransportName[];
  readonly tokenLifeSeconds: number;
  readonly onEvent: (device: Device, event: ChatEvent) => void;
  readonly onEvict: (device: Device) => void;
  /** The page asks for a token while its last asking is not answered. */
  readonly onTokenRush: (device: Device) => void;
}

/** The token service may be away: chance that it gives none. */
export interface TokenFaults {
  failure: number;
}

/** A place for a tab in a browser of a customer, and the tab that is open there now. */
export class Device {
  readonly name: string;
  readonly link: Link;
  readonly tokenFaults: TokenFaults = { failure: 0 };
  process: Process;
  client: ChatClient | undefined;
  /** Counts tabs: a new one begins a new view. */
  instance = 0;
  isVisible = true;
  isOnline = true;
  skewMs = 0;
  private hintListeners = new Set<Parameters<BrowserHints['subscribe']>[0]>();
  private tokens = 0;
  private readonly options: DeviceOptions;

  constructor(options: DeviceOptions) {
    this.options = options;
    this.name = options.name;
    this.link = options.link;
    this.process = new Process(options.name);
    this.process.alive = false;
  }

  get profile(): Profile {
    return this.options.profile;
  }

  get isOpen(): boolean {
    return this.process.alive && this.client !== undefined;
  }

  /** Opens the page: a new tab over what the profile kept. */
  open(): ChatClient {
    const { schedule, center, random, integrationId, transports, onEvent, profile } = this.options;
    this.instance += 1;
    const process = new Process(`${this.name}.${this.instance}`, this.skewMs);
    this.process = process;
    this.hintListeners = new Set();
    const fetch = createFetch(schedule, process, this.link, center.connector);
    const client = createSharedClient({
      baseUrl: ADDRESSES.connector,
      integrationId,
      jwtProvider: this.jwtProvider(process),
      transports,
      timing: { idleTimeoutMs: 0 },
      world: {
        clock: clockOf(process, schedule),
        random: createSeededRandom(Math.floor(random.next() * 2 ** 32)),
        fetch: (request) => (process.alive ? fetch(request) : new Promise(() => undefined)),
        openSocket: createOpenSocket(schedule, process, this.link, center.connector),
        storage: this.storage(),
        openRecords: profile.openRecordsFor(process),
        locks: profile.locksFor(process),
        openChannel: profile.channelFor(process),
        logger: silentLogger,
        hints: this.hints(),
      },
    });
    this.client = client;
    client.subscribe((event) => {
      if (process.alive) onEvent(this, event);
    });
    client.start().catch(() => undefined);
    return client;
  }

  /** The page goes away as pages do. */
  close(): void {
    this.client?.dispose();
    this.kill();
  }

  /** The tab dies without a word. */
  kill(): void {
    this.process.kill();
    this.client = undefined;
  }

  hint(hint: 'online' | 'offline' | 'visible' | 'hidden' | 'restored'): void {
    if (hint === 'visible' || hint === 'hidden') this.isVisible = hint === 'visible';
    if (hint === 'online' || hint === 'offline') this.isOnline = hint === 'online';
    for (const listener of [...this.hintListeners]) listener(hint);
  }

  jumpClock(ms: number): void {
    this.skewMs = ms;
    this.process.skewMs = ms;
  }

  forgetStorage(): void {
    this.options.profile.evict();
    this.options.onEvict(this);
  }

  private hints(): BrowserHints {
    const listeners = this.hintListeners;
    return {
      visible: () => this.isVisible,
      online: () => this.isOnline,
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
  }

  private storage(): ClientStorage {
    const { kept } = this.options.profile;
    return {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    };
  }

  /** The site's own backend: it has its own road and the right time. */
  private jwtProvider(process: Process): JwtProvider {
    const { schedule, random, customerId, integrationId, tokenLifeSeconds, onTokenRush } = this.options;
    let open = 0;
    return () =>
      new Promise((resolve, reject) => {
        open += 1;
        if (open > 1) onTokenRush(this);
        const fails = random.next() < this.tokenFaults.failure;
        schedule.plan(30 + random.next() * 200, process, fails ? 'gets no token' : 'gets a token', () => {
          open -= 1;
          if (fails) return reject(new Error('The site gives no token'));
          const iat = Math.floor((BEGIN_MS + schedule.nowMs) / 1000);
          this.tokens += 1;
          const claims = {
            iss: ADDRESSES.tokens,
            aud: ADDRESSES.connector,
            sub: customerId,
            integrationId,
            name: 'Robin',
            verifiedCustomer: true,
            jti: `${this.name}-${this.tokens}`,
            iat,
            exp: iat + tokenLifeSeconds,
          };
          resolve({ token: signNow(claims), appkey: PAGE_APPKEY });
        });
      });
  }
}
