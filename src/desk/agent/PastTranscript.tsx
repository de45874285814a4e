import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button, MessageList } from '../../components/index.ts';
import type { DeskEngagement, DeskEngagementDetails } from '../../protocol/desk/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import { toTimeline } from '../data/toTimeline.ts';
import { Dialog } from '../parts/Dialog.tsx';

/** What was said in an earlier conversation, to read only. */
export function PastTranscript({ head, onClose }: PastTranscriptProps): ReactElement {
  const { words, formats } = useDeskSpeech();
  const session = useDeskSession();
  const myName = useDesk((state) => state.me?.name ?? '');
  const [found, setFound] = useState<DeskEngagementDetails | 'loading' | 'failed'>('loading');
  useEffect(() => {
    if (found !== 'loading') return;
    let isGone = false;
    session.details(head.id).then(
      (details) => !isGone && setFound(details),
      () => !isGone && setFound('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [session, head.id, found]);
  const items = useMemo(() => (typeof found === 'string' ? [] : toTimeline(found, myName)), [found, myName]);
  return (
    <Dialog
      heading={words.customer.transcript(formats.moment(Date.parse(head.startedAt)))}
      width={600}
      onClose={onClose}
    >
      <Sheet aria-busy={found === 'loading'}>
        {found === 'loading' && <p role="status">{words.customer.loading}</p>}
        {found === 'failed' && (
          <p role="alert">
            {words.customer.failed}{' '}
            <Button tone="text" onClick={() => setFound('loading')}>
              {words.admin.retry}
            </Button>
          </p>
        )}
        {typeof found !== 'string' && <MessageList items={items} locked />}
      </Sheet>
    </Dialog>
  );
}

/** Properties of `PastTranscript`. */
export interface PastTranscriptProps {
  readonly head: DeskEngagement;
  readonly onClose: () => void;
}

const Sheet = styled.div`
  display: flex;
  flex-direction: column;
  block-size: 560px;
  min-block-size: 0;

  & > p {
    margin: auto;
  }
`;
