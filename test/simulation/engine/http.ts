import type { ServerApp } from '../../../src/server/app.ts';
import { LightStream } from '../platform/http.ts';
import type { Connection, Link, Pipe } from './link.ts';
import type { Process } from './process.ts';
import type { Schedule } from './schedule.ts';

/** A server as the road finds it: whoever runs at that address now. */
export interface Host {
  readonly name: string;
  process: Process;
  app: Pick<ServerApp, 'fetch'>;
}

/** Nobody listens there: the one failure that says for certain that nothing was done. */
class Refused extends TypeError {
  override readonly cause = { code: 'ECONNREFUSED' };
}

/** `fetch` of one process along one road. */
export function createFetch(
  schedule: Schedule,
  from: Process,
  link: Link,
  host: Host,
): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise<Response>((resolve, reject) => {
      if (from.alive) new Exchange(schedule, { from, link, host, request, resolve, reject }).begin();
    });
}

interface Asked {
  readonly from: Process;
  readonly link: Link;
  readonly host: Host;
  readonly request: Request;
  readonly resolve: (response: Response) => void;
  readonly reject: (cause: Error) => void;
}

/** One request and its answer. */
class Exchange implements Connection {
  isDead = false;
  private readonly gone = new AbortController();
  private readonly back: Pipe;
  private readonly what: string;
  private feed: { push(bytes: Uint8Array): void; end(): void; fail(cause: Error): void } | undefined;
  private server: Process | undefined;
  private readonly onAskerDeath = (): void => this.leave();
  private readonly onServerDeath = (): void => this.cut();
  private readonly schedule: Schedule;
  private readonly asked: Asked;

  constructor(schedule: Schedule, asked: Asked) {
    this.schedule = schedule;
    this.asked = asked;
    this.back = asked.link.pipe(this, asked.from);
    const { request, host } = asked;
    this.what = `${request.method} ${request.url.slice(request.url.indexOf('/', 8))} ${host.name}`;
  }

  begin(): void {
    const { link, request, from, host, reject } = this.asked;
    const { weather } = link;
    if (request.signal.aborted) return reject(new Error('Aborted'));
    link.connections.add(this);
    request.signal.addEventListener('abort', () => {
      this.leave();
      reject(new Error('Aborted'));
    });
    from.onDeath.add(this.onAskerDeath);
    if (link.happens(weather.refusal)) return this.refuse();
    if (link.happens(weather.loss)) return;
    const forth = link.pipe(this, host.process);
    forth.send(`takes ${this.what}`, () => this.deliver(true));
    if (link.happens(weather.double)) forth.send(`takes again ${this.what}`, () => this.deliver(false));
    // Whoever runs there when it arrives is not who ran there when it left.
    if (!host.process.alive) this.refuse();
    else {
      this.server = host.process;
      host.process.onDeath.add(this.onServerDeath);
    }
  }

  cut(): void {
    this.break(new TypeError('The line broke'));
  }

  private end(): void {
    this.isDead = true;
    this.asked.link.connections.delete(this);
    this.asked.from.onDeath.delete(this.onAskerDeath);
    this.server?.onDeath.delete(this.onServerDeath);
  }

  private refuse(): void {
    this.break(new Refused('Nobody listens'));
  }

  private break(cause: Error): void {
    const { link, from, reject } = this.asked;
    if (this.isDead) return;
    this.end();
    this.gone.abort();
    this.schedule.plan(link.delayMs(), from, `hears of a broken ${this.what}`, () => {
      this.feed?.fail(cause);
      reject(cause);
    });
  }

  /** The asker has gone. The server hears of it, if anything reaches it. */
  private leave(): void {
    const { link, host } = this.asked;
    if (this.isDead) return;
    this.end();
    this.feed?.end();
    if (!link.isStalled)
      this.schedule.plan(link.delayMs(), host.process, 'sees the asker gone', () => this.gone.abort());
  }

  private deliver(isFirst: boolean): void {
    const { host, request } = this.asked;
    const { process, app } = host;
    const copy = new Request(request, { signal: this.gone.signal });
    void app.fetch(copy, { remoteAddress: this.asked.from.name }).then((response) => {
      if (!process.alive || !isFirst) return undefined;
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
      return isStream ? this.stream(response, process) : this.answer(response, process);
    });
  }

  private async answer(response: Response, process: Process): Promise<void> {
    const { link, resolve } = this.asked;
    const text = await response.text();
    if (!process.alive || this.isDead) return;
    if (link.happens(link.weather.loss)) return;
    if (link.happens(link.weather.cut)) return this.cut();
    this.back.send(`gets ${response.status} ${this.what}`, () => {
      this.isDead = true;
      link.connections.delete(this);
      resolve(new Response(response.status === 204 ? null : text, response));
    });
  }

  private async stream(response: Response, process: Process): Promise<void> {
    const { link, resolve } = this.asked;
    const reader = response.body?.getReader();
    if (!reader || !process.alive || this.isDead) return;
    this.gone.signal.addEventListener('abort', () => void reader.cancel());
    this.back.send(`gets a stream ${this.what}`, () => {
      const body = new LightStream({
        start: (controller) => {
          this.feed = {
            push: (bytes) => controller.enqueue(bytes),
            end: () => controller.close(),
            fail: (cause) => controller.error(cause),
          };
        },
        cancel: () => this.leave(),
      });
      // The light stream stands for the platform's in this thread; the compiler knows the platform's only.
      resolve(new Response(body as unknown as BodyInit, response));
    });
    const shaken = shake(link);
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (!process.alive || this.isDead) return;
      const { value } = part;
      shaken(value, (bytes) =>
        this.back.send(`reads ${bytes.length} of ${this.what}`, () => this.feed?.push(bytes), bytes.length),
      );
    }
    if (process.alive) this.back.send(`sees the end of ${this.what}`, () => this.feed?.end());
  }
}

/** Frames that get lost, come twice or change places, as the weather wants it. */
export function shake(link: Link): <T>(frame: T, send: (frame: T) => void) => void {
  let late: (() => void) | undefined;
  return (frame, send) => {
    const chance = link.weather.frame;
    if (late) {
      send(frame);
      late();
      late = undefined;
      return;
    }
    const isLost = link.happens(chance);
    const isLate = link.happens(chance);
    const isDouble = link.happens(chance);
    if (isLost) return;
    if (isLate) late = () => send(frame);
    else send(frame);
    if (isDouble && !isLate) send(frame);
  };
}
