import type { JwtProvider as ClientProvider, ProvidedToken } from '../../../client/index.ts';
import type { ChatEvent } from '../../../model/index.ts';
import type { PlainProvider } from './jwtProvider.ts';
import { plainToken } from './plainToken.ts';

/** Stands between the client, which asks for a token when it wants one, and a page, which is told when to bring one. */
export interface TokenSupply {
  /** For the client. After the first token: resolves with what the page brings next. */
  readonly provide: ClientProvider;
  /** The page has brought a token, a whole one. */
  bring(token: string): void;
  /** Hears every event of the client. */
  take(event: ChatEvent): void;
}

/** What a supply is made of. */
export interface TokenSupplyOptions {
  readonly token?: string;
  readonly appkey: string;
  readonly provider: PlainProvider;
  /** Whether the session stands: before, nobody waits for a second token. */
  readonly isOpen: () => boolean;
  /** Hands a token to the client. */
  readonly use: (token: string) => void;
  readonly report: (text: string) => void;
}

/** Makes the supply of one session. */
export function createTokenSupply(options: TokenSupplyOptions): TokenSupply {
  const { appkey, provider } = options;
  let first = options.token;
  let waiting: ((token: ProvidedToken) => void)[] = [];
  let fetching: Promise<string | undefined> | undefined;
  let isRefused = false;

  const fetchOne = (): Promise<string | undefined> => {
    fetching ??= (provider.fetch?.() ?? Promise.resolve(undefined)).finally(() => (fetching = undefined));
    return fetching;
  };
  const bring = (token: string): void => {
    isRefused = false;
    options.use(token);
    for (const give of waiting.splice(0)) give({ token, appkey });
  };
  const fetchAndBring = async (): Promise<void> => {
    if (!provider.fetch) return;
    const fetched = await fetchOne();
    if (fetched === undefined) return options.report('fetchJwt gave no token');
    try {
      bring(plainToken(fetched));
    } catch {
      options.report('fetchJwt gave something that is no token');
    }
  };
  const expire = (): void => {
    provider.expire();
    void fetchAndBring();
  };

  return {
    bring,
    async provide() {
      const token = first;
      first = undefined;
      if (token !== undefined) return { token, appkey };
      if (options.isOpen()) return new Promise((resolve) => (waiting = [...waiting, resolve]));
      const fetched = await fetchOne();
      return { token: plainToken(fetched), appkey };
    },
    take(event) {
      switch (event.type) {
        case 'TOKEN_EXPIRY_REMINDER':
          provider.warn(event.expiresAtMs - event.atMs);
          return void fetchAndBring();
        case 'TOKEN_EXPIRED':
          isRefused = true;
          return expire();
        case 'EVENT_STREAM_FAILED':
          // Refused before its time (withdrawn, say): told once per token.
          if (event.reason !== 'UNAUTHORIZED' || isRefused || !options.isOpen()) return;
          isRefused = true;
          return expire();
        default:
      }
    },
  };
}
