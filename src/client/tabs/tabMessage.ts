import type { ChatEvent, ChatState } from '../../model/index.ts';
import type { Cursor } from '../../protocol/index.ts';
import type { ChatClient } from '../chatClient.ts';
import type { ChatClientError, ChatErrorCode, ChatErrorFacts } from '../errors.ts';

/** What tabs say to each other. A `term` counts leaders; whoever knows a higher one does not listen to a lower. */
export type TabMessage =
  /** A tab that does not lead is here. `of`: whom it follows, and `term`: the highest it knows. */
  | {
      readonly type: 'ping';
      readonly from: string;
      readonly term: number;
      readonly of?: string | undefined;
      readonly wantsState: boolean;
      readonly wantsStream: boolean;
    }
  /** The answer to any ping, and the first word of a leader. `at`: its last event, so that a lost one is noticed. */
  | {
      readonly type: 'lead';
      readonly from: string;
      readonly term: number;
      readonly at: number;
      readonly isVisible: boolean;
    }
  /** Everything that the leader shows, after its event number `at`. */
  | {
      readonly type: 'state';
      readonly from: string;
      readonly to: string;
      readonly term: number;
      readonly at: number;
      readonly state: ChatState;
      readonly cursor?: Cursor | undefined;
    }
  | {
      readonly type: 'event';
      readonly from: string;
      readonly term: number;
      readonly at: number;
      readonly event: ChatEvent;
    }
  /** Please do this for me. Without an `id` no answer is wanted. */
  | {
      readonly type: 'run';
      readonly from: string;
      readonly id?: number;
      readonly name: CommandName;
      readonly args: readonly unknown[];
    }
  | {
      readonly type: 'done';
      readonly from: string;
      readonly to: string;
      readonly id: number;
      readonly value?: unknown;
      readonly error?: TabFault;
    }
  | { readonly type: 'bye'; readonly from: string };

/** What a follower may ask its leader to do. No token ever travels: each tab has its page's own. */
export type CommandName =
  | Exclude<keyof ChatClient, 'subscribe' | 'getState' | 'setStreamWanted' | 'setJwt' | 'dispose'>
  | 'renewToken';

/** An error on its way to another tab. */
export interface TabFault {
  readonly code: ChatErrorCode;
  readonly message: string;
  readonly facts: ChatErrorFacts;
}

/** An error as it travels: without its cause, which may be anything. */
export function faultOf({ code, message, facts: { cause: _here, ...facts } }: ChatClientError): TabFault {
  return { code, message, facts };
}
