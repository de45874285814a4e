import type { ChatMessage, SystemEvent, TimelineItem } from '../../model/index.ts';
import type { Participant } from '../../protocol/index.ts';

/** One row of the list, top to bottom. */
export type Row =
  | { readonly kind: 'date'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'new'; readonly key: 'new' }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: ChatMessage;
      /** First and last of a run of one speaker. */
      readonly first: boolean;
      readonly last: boolean;
      /** What the person chose among this message's actions. */
      readonly chosen: string | undefined;
    }
  | { readonly kind: 'system'; readonly key: string; readonly event: SystemEvent }
  | {
      readonly kind: 'handover';
      readonly key: string;
      readonly from: Participant;
      readonly to: Participant;
    }
  | Extract<TimelineItem, { kind: 'gap' }>;
