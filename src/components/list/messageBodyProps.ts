import type { ChatMessage } from '../../model/index.ts';
import type { Action } from '../../protocol/index.ts';

/** What a message needs to be shown and to be answered. */
export interface MessageBodyViewProps {
  readonly message: ChatMessage;
  readonly first: boolean;
  readonly last: boolean;
  /** Payload of the action chosen under this message. */
  readonly chosen?: string | undefined;
  /** Nothing can be chosen any more. */
  readonly locked?: boolean | undefined;
  readonly onAction?: OnAction | undefined;
  /** Makes an attachment's relative address complete; undefined where it may not be loaded. */
  readonly mediaUrl?: ((url: string) => string | undefined) | undefined;
}

/** An action was pressed: a reply, a postback, or the wish to share one's place. */
export type OnAction = (message: ChatMessage, action: Exclude<Action, { type: 'link' }>) => void;
