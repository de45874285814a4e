/**
 * The platform's HTTP words without the platform: bodies are texts at hand, nothing happens outside of the promise queue.
 * Only what the client, the connector and the sandbox use of them.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

type HeaderFields =
  Record<string, string> | readonly (readonly [string, string])[] | LightHeaders | undefined;

/** Header fields, names in lower case. */
export class LightHeaders {
  readonly fields = new Map<string, string>();

  constructor(init?: HeaderFields | null) {
    if (init === undefined || init === null) return;
    if (init instanceof LightHeaders) for (const [name, value] of init.fields) this.fields.set(name, value);
    else if (isList(init)) for (const [name, value] of init) this.append(name, value);
    else for (const name in init) this.fields.set(name.toLowerCase(), String(init[name]));
  }

  get(name: string): string | null {
    return this.fields.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: string): void {
    this.fields.set(name.toLowerCase(), String(value));
  }

  append(name: string, value: string): void {
    const before = this.get(name);
    this.set(name, before === null ? value : `${before}, ${value}`);
  }

  has(name: string): boolean {
    return this.fields.has(name.toLowerCase());
  }

  delete(name: string): void {
    this.fields.delete(name.toLowerCase());
  }

  getSetCookie(): string[] {
    const cookie = this.get('set-cookie');
    return cookie === null ? [] : [cookie];
  }

  forEach(visit: (value: string, name: string) => void): void {
    for (const [name, value] of this.fields) visit(value, name);
  }

  entries(): IterableIterator<[string, string]> {
    return this.fields.entries();
  }

  keys(): IterableIterator<string> {
    return this.fields.keys();
  }

  values(): IterableIterator<string> {
    return this.fields.values();
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.fields.entries();
  }
}

interface Source {
  start?(controller: LightController): unknown;
  pull?(controller: LightController): unknown;
  cancel?(): unknown;
}
interface LightController {
  enqueue(chunk: Uint8Array): void;
  close(): void;
  error(cause: unknown): void;
  readonly desiredSize: number;
}
type Read =
  { readonly done: true; readonly value: undefined } | { readonly done: false; readonly value: Uint8Array };
interface LightReader {
  read(): Promise<Read>;
  cancel(): Promise<void>;
  releaseLock(): void;
}

/** A byte stream that asks its source for more only when somebody reads. */
export class LightStream {
  /** The whole content, where it is a text at hand. */
  readonly text: string | undefined;
  private readonly source: Source;
  private readonly chunks: Uint8Array[] = [];
  private readonly waiting: { resolve: (read: Read) => void; reject: (cause: unknown) => void }[] = [];
  private state: 'open' | 'closed' | 'errored' = 'open';
  private cause: unknown;
  private isPulling = false;
  private readonly controller: LightController;

  constructor(source: Source = {}, _strategy?: unknown, text?: string) {
    this.source = source;
    this.text = text;
    this.controller = {
      desiredSize: 0,
      enqueue: (chunk) => {
        const reader = this.waiting.shift();
        if (reader) reader.resolve({ done: false, value: chunk });
        else this.chunks.push(chunk);
      },
      close: () => {
        if (this.state !== 'open') return;
        this.state = 'closed';
        for (const reader of this.waiting.splice(0)) reader.resolve({ done: true, value: undefined });
      },
      error: (cause) => {
        if (this.state !== 'open') return;
        this.state = 'errored';
        this.cause = cause;
        for (const reader of this.waiting.splice(0)) reader.reject(cause);
      },
    };
    source.start?.(this.controller);
  }

  getReader(): LightReader {
    return {
      read: () => this.read(),
      cancel: () => this.cancel(),
      releaseLock: () => undefined,
    };
  }

  async cancel(): Promise<void> {
    if (this.state !== 'open') return;
    this.state = 'closed';
    for (const reader of this.waiting.splice(0)) reader.resolve({ done: true, value: undefined });
    await this.source.cancel?.();
  }

  private read(): Promise<Read> {
    if (this.text !== undefined && this.state === 'open') {
      this.state = 'closed';
      if (this.text !== '') return Promise.resolve({ done: false, value: encoder.encode(this.text) });
    }
    const chunk = this.chunks.shift();
    if (chunk) return Promise.resolve({ done: false, value: chunk });
    if (this.state === 'errored') return Promise.reject(this.cause);
    if (this.state === 'closed') return Promise.resolve({ done: true, value: undefined });
    const next = new Promise<Read>((resolve, reject) => void this.waiting.push({ resolve, reject }));
    this.pull();
    return next;
  }

  private pull(): void {
    if (this.isPulling || !this.source.pull) return;
    this.isPulling = true;
    Promise.resolve(this.source.pull(this.controller)).then(
      () => {
        this.isPulling = false;
        if (this.waiting.length > 0 && this.state === 'open') this.pull();
      },
      (cause: unknown) => this.controller.error(cause),
    );
  }
}

type Body = string | Uint8Array | LightStream | null | undefined;

abstract class Message {
  readonly headers: LightHeaders;
  private held: string | LightStream | null;
  bodyUsed = false;

  constructor(body: Body, headers: HeaderFields | null) {
    // A copy of a request has the headers of the first: nobody changes those of a request.
    this.headers = headers instanceof LightHeaders ? headers : new LightHeaders(headers);
    if (body === null || body === undefined) this.held = null;
    else if (typeof body === 'string') this.held = body;
    else if (body instanceof LightStream) this.held = body.text ?? body;
    else this.held = decoder.decode(body);
  }

  /** The content as a text, where it is one; undefined for a stream. */
  get atHand(): string | undefined {
    return this.held instanceof LightStream ? undefined : (this.held ?? '');
  }

  get body(): LightStream | null {
    return typeof this.held === 'string' ? new LightStream({}, undefined, this.held) : this.held;
  }

  async text(): Promise<string> {
    if (!(this.held instanceof LightStream)) return this.held ?? '';
    const reader = this.held.getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read())
      text += decoder.decode(part.value);
    return text;
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(encoder.encode(await this.text())).buffer;
  }
}

interface RequestInit {
  readonly method?: string;
  readonly headers?: HeaderFields;
  readonly body?: Body;
  readonly signal?: AbortSignal;
}

/** A request. */
export class LightRequest extends Message {
  readonly url: string;
  readonly method: string;
  readonly signal: AbortSignal;

  constructor(input: string | URL | LightRequest, init: RequestInit = {}) {
    const from = input instanceof LightRequest ? input : undefined;
    super(init.body ?? from?.atHand, init.headers ?? from?.headers ?? null);
    this.url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    this.method = init.method ?? from?.method ?? 'GET';
    this.signal = init.signal ?? from?.signal ?? new AbortController().signal;
  }

  override get body(): LightStream | null {
    return this.method === 'GET' ? null : super.body;
  }
}

interface ResponseInit {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: HeaderFields;
}

/** An answer. */
export class LightResponse extends Message {
  readonly status: number;
  readonly statusText: string;

  constructor(body?: Body, init: ResponseInit = {}) {
    super(body, init.headers ?? null);
    this.status = init.status ?? 200;
    this.statusText = init.statusText ?? '';
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  static json(value: unknown, init: ResponseInit = {}): LightResponse {
    const answer = new LightResponse(JSON.stringify(value), init);
    if (!answer.headers.has('content-type')) answer.headers.set('content-type', 'application/json');
    return answer;
  }
}

function isList(init: NonNullable<HeaderFields>): init is readonly (readonly [string, string])[] {
  return Array.isArray(init);
}
