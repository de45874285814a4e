type Listener = () => void;

/** `AbortSignal` as far as it is used: one event, once. */
export class LightSignal {
  aborted = false;
  reason: unknown;
  onabort: Listener | null = null;
  private readonly listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** For its controller only. */
  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.onabort?.();
    for (const listener of [...this.listeners]) listener();
  }
}

/** `AbortController` without the platform's event machinery, which costs more than the rest of a request. */
export class LightController {
  readonly signal = new LightSignal();

  abort(reason: unknown = new Error('Aborted')): void {
    this.signal.fire(reason);
  }
}
