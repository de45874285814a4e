import type { ReactElement } from 'react';
import { MessageList } from '../../src/components/index.ts';
import type { MessageListProps } from '../../src/components/index.ts';
import { NOW_MS } from '../../stories/components/conversation.ts';
import { Stage } from './describeConformance.tsx';

/** A list in a box of 400 x 500 px, at the conversation's own time. */
export function ListStage(props: MessageListProps): ReactElement {
  return (
    <Stage>
      <div style={{ display: 'flex', inlineSize: 400, blockSize: 500 }}>
        <MessageList nowMs={NOW_MS} {...props} />
      </div>
    </Stage>
  );
}
