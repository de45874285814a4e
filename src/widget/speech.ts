import type { ChatClient } from '../client/index.ts';
import { sendDraft } from '../hooks/index.ts';

/** Says texts in the customer's name: at once where there is a client, else as soon as one is given. */
export function createSpeech(onFault: (fault: unknown) => void): Speech {
  const waiting: string[] = [];
  let client: ChatClient | undefined;
  const say = (text: string): void => {
    if (client) sendDraft(client, { body: { type: 'text', text } }).catch(onFault);
    else waiting.push(text);
  };
  return {
    say,
    use(given) {
      client = given;
      if (client) for (const text of waiting.splice(0)) say(text);
    },
  };
}

/** See `createSpeech`. */
export interface Speech {
  readonly say: (text: string) => void;
  /** The client to say it through from now on; undefined keeps what is said. */
  readonly use: (client: ChatClient | undefined) => void;
}
