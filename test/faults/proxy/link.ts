import { connect, type Socket } from 'node:net';
import type { Touch } from './fault.ts';
import { createHttpReader, headerOf, type HttpHead } from './httpReader.ts';
import { encodeUnit, targetOf, type Target, type Unit } from './units.ts';
import { createFrameSplitter } from './wsFrames.ts';

/** One connection of a client, and the one to the server that belongs to it. */
export interface Link {
  /** What the present, or the last, request is about. */
  readonly target: Target;
  touch(
    direction: 'up' | 'down',
  ): Omit<Touch, 'unit' | 'direction' | 'target' | 'count' | 'random' | 'wait' | 'onLift'>;
  close(how: 'reset' | 'fin'): void;
}

/** Whom a link asks and tells. */
export interface LinkWorld {
  /** The server's. */
  readonly port: number;
  forget(link: Link): void;
  opened(way: 'websocket' | 'sse' | 'long-poll'): void;
  /** A fault takes the unit over, or undefined: it passes. */
  handle(link: Link, direction: 'up' | 'down', unit: Unit): Promise<void> | undefined;
}

/** Carries one connection. */
export function createLink(client: Socket, world: LinkWorld): Link {
  return new Carrying(client, world);
}

type Direction = 'up' | 'down';

class Carrying implements Link {
  target: Target = 'other';
  private readonly server: Socket;
  private readonly client: Socket;
  private readonly world: LinkWorld;
  private readonly turns: Record<Direction, Promise<void>> = {
    up: Promise.resolve(),
    down: Promise.resolve(),
  };
  private readonly memory: Record<Direction, Map<string, Unit>> = { up: new Map(), down: new Map() };
  private isFrozen = false;
  private swallowed = 0;

  constructor(client: Socket, world: LinkWorld) {
    this.client = client;
    this.world = world;
    this.server = connect(world.port, '127.0.0.1');
    for (const socket of [this.client, this.server]) socket.setNoDelay(true);
    this.readUp();
    this.readDown();
    client.on('error', () => this.close('reset')).on('close', () => this.close('fin'));
    client.on('end', () => this.close('fin'));
    this.server.on('error', () => this.endClient()).on('close', () => this.endClient());
  }

  touch(direction: Direction): ReturnType<Link['touch']> {
    return {
      memory: this.memory[direction],
      pass: (unit) => this.pass(direction, unit),
      write: (bytes) => this.write(direction, bytes),
      close: (how) => this.close(how),
      freeze: () => this.freeze(),
      double: () => void (this.swallowed += 1),
      reply: (status, headers, body) => {
        const fields = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
        const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
        this.write('down', Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`));
      },
    };
  }

  close(how: 'reset' | 'fin'): void {
    this.world.forget(this);
    if (how === 'reset') this.client.resetAndDestroy();
    else this.client.end(() => this.client.destroy());
    this.server.destroy();
  }

  private freeze(): void {
    this.isFrozen = true;
    this.server.destroy();
  }

  /** The server has gone: what it said before is handed on first. */
  private endClient(): void {
    if (this.isFrozen) return;
    void this.turns.down.then(() => {
      if (!this.isFrozen) this.close('fin');
    });
  }

  private readUp(): void {
    const reader = createHttpReader();
    const frames = createFrameSplitter();
    let head: HttpHead | undefined;
    let body: Buffer[] = [];
    this.client.on('data', (bytes: Buffer) => {
      for (const part of reader.push(bytes)) {
        if (part.type === 'head') {
          head = part.head;
          body = [];
        } else if (part.type === 'data') body.push(part.bytes);
        else if (part.type === 'raw') {
          for (const frame of frames.push(part.bytes))
            this.take('up', { kind: 'frame', frame, isMasked: true });
        } else if (head) {
          this.begin(head);
          this.take('up', { kind: 'request', head, body: Buffer.concat(body) });
          if (headerOf(head, 'upgrade') !== undefined) reader.upgrade();
        }
      }
    });
  }

  private begin(head: HttpHead): void {
    this.target = targetOf(head);
    if (this.target !== 'stream') return;
    const way = /\/socket[? ]/.test(head.line)
      ? 'websocket'
      : /\/poll[? ]/.test(head.line)
        ? 'long-poll'
        : 'sse';
    this.world.opened(way);
  }

  private readDown(): void {
    const reader = createHttpReader();
    const frames = createFrameSplitter();
    let head: HttpHead | undefined;
    let body: Buffer[] = [];
    let events: Buffer | undefined;
    this.server.on('data', (bytes: Buffer) => {
      for (const part of reader.push(bytes)) {
        if (part.type === 'head') {
          head = part.head;
          body = [];
          const isStream = headerOf(head, 'content-type')?.startsWith('text/event-stream') ?? false;
          events = isStream ? Buffer.alloc(0) : undefined;
          if (isStream || / 101 /.test(head.line)) this.take('down', { kind: 'opening', head });
        } else if (part.type === 'raw') {
          for (const frame of frames.push(part.bytes))
            this.take('down', { kind: 'frame', frame, isMasked: false });
        } else if (events) {
          if (part.type === 'data') events = this.takeEvents(Buffer.concat([events, part.bytes]));
          else this.take('down', { kind: 'ending' });
        } else if (part.type === 'data') body.push(part.bytes);
        else if (head) this.takeAnswer(head, Buffer.concat(body));
      }
    });
  }

  private takeAnswer(head: HttpHead, body: Buffer): void {
    if (this.swallowed > 0) this.swallowed -= 1;
    else this.take('down', { kind: 'answer', head, body });
  }

  private takeEvents(bytes: Buffer): Buffer {
    let rest = bytes;
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      this.take('down', { kind: 'event', body: rest.subarray(0, end + 2) });
      rest = rest.subarray(end + 2);
    }
    return rest;
  }

  private take(direction: Direction, unit: Unit): void {
    this.turns[direction] = this.turns[direction].then(() => {
      if (this.isFrozen) return undefined;
      const turn = this.world.handle(this, direction, unit);
      if (!turn) this.pass(direction, unit);
      return turn;
    });
  }

  private pass(direction: Direction, unit: Unit | undefined): void {
    if (unit) this.write(direction, encodeUnit(unit));
  }

  private write(direction: Direction, bytes: Buffer): void {
    const socket = direction === 'up' ? this.server : this.client;
    if (!this.isFrozen && socket.writable) socket.write(bytes);
  }
}
