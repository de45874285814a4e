/** An answer that came. */
export interface Answer {
  readonly status: number;
  readonly body: Loose;
  readonly retryAfterMs: number;
  /** What it set, without its attributes. */
  readonly cookie: string | undefined;
}

// The kill test reads answers as a stranger would: by what it needs of them.
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

/** One call, within 10 s. Undefined when nobody answered, or broke off. */
export async function call(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(10_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1000;
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      retryAfterMs,
      cookie,
    };
  } catch {
    return undefined;
  }
}

/** Asks again and again until `ask` has an answer that counts. */
export async function insist<T>(ask: () => Promise<T | undefined>, pauseMs = 100): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(pauseMs);
  }
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
