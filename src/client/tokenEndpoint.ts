import type { JwtProvider } from './chatClient.ts';
import { decode } from '../lib/index.ts';
import { ChatClientError } from './errors.ts';

/**
 * Asks the site's own token endpoint: `POST { integrationId }` with the site's cookies. Rejects where it refuses or answers
 * something else, and as `unreachable` where it does not answer or is not well (5xx).
 * @param send how to fetch; default the page's own.
 */
export function createTokenEndpoint(
  tokenUrl: string,
  integrationId: string,
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
): TokenEndpoint {
  let ahead: Promise<TokenAnswer> | undefined;
  let hostUrl: string | undefined;
  const ask = async (): Promise<TokenAnswer> => {
    const response = await send(
      new Request(tokenUrl, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ integrationId }),
      }),
    ).catch((cause: unknown) => {
      throw unreachable('cannot be reached', cause);
    });
    const { status } = response;
    if (status >= 500) throw unreachable(`answered with status ${status}`);
    if (!response.ok) throw new Error(`The token endpoint answered with status ${status}.`);
    const answer = decodeAnswer(await response.json());
    if (!answer.ok) throw new Error('The token endpoint gave an answer that is none of ours.');
    return answer.value;
  };
  return {
    askAhead() {
      ahead ??= ask();
      ahead.catch(() => undefined); // `provide` tells
    },
    hostUrl() {
      if (hostUrl === undefined) throw unreachable('has not answered yet');
      return hostUrl;
    },
    async provide() {
      const asked = ahead ?? ask();
      // Good for one call only: whoever asks again wants a fresh one.
      ahead = undefined;
      const { jwtToken, appkey, hostURL } = await asked;
      hostUrl ??= hostURL;
      return { token: jwtToken, appkey };
    },
  };
}

function unreachable(what: string, cause?: unknown): ChatClientError {
  return new ChatClientError('unreachable', `The token endpoint ${what}.`, { cause });
}

/** See `createTokenEndpoint`. */
export interface TokenEndpoint {
  readonly provide: JwtProvider;
  /** The connector's address, by the endpoint's first answer: a client's `baseUrl`. Throws before there is one. */
  readonly hostUrl: () => string;
  /** Asks at once; the next `provide` takes that answer. */
  readonly askAhead: () => void;
}

interface TokenAnswer {
  readonly jwtToken: string;
  readonly appkey: string;
  readonly hostURL: string;
}

const decodeAnswer = decode.object({
  jwtToken: decode.string({ min: 1, max: 8192 }),
  appkey: decode.string({ min: 1, max: 1024 }),
  hostURL: decode.string({ min: 1, max: 2048 }),
});
