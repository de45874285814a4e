import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { DeskEngagement } from '../../protocol/desk/index.ts';
import { token } from '../../theme/index.ts';
import { useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import { ToolButton } from '../parts/ToolButton.tsx';
import { TransferMenu } from './TransferMenu.tsx';

/** One line: with whom, through what, since when; hand over, end. */
export function ConversationHead(props: ConversationHeadProps): ReactElement {
  const { engagement, isMine, isTransferOpen, onTransferOpen, onDetails } = props;
  const { words, formats } = useDeskSpeech();
  const session = useDeskSession();
  return (
    <Head>
      <Back sign="back" label={words.conversation.back} onClick={() => void session.select()} />
      <div>
        <h2>
          <bdi>{engagement.customerName}</bdi>
        </h2>
        <span>
          {engagement.integrationName} ·{' '}
          {words.conversation.since(formats.time(Date.parse(engagement.startedAt)))}
        </span>
      </div>
      <Details sign="person" label={words.conversation.more} onClick={onDetails} />
      {isMine && (
        <>
          <Holder>
            <ToolButton
              sign="handOver"
              label={words.conversation.transfer}
              aria-haspopup="dialog"
              aria-expanded={isTransferOpen}
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => onTransferOpen(!isTransferOpen)}
            >
              <span>{words.conversation.transfer}</span>
            </ToolButton>
            {isTransferOpen && <TransferMenu id={engagement.id} onClose={() => onTransferOpen(false)} />}
          </Holder>
          <ToolButton
            sign="leave"
            label={words.conversation.end}
            onClick={() => void session.end(engagement.id)}
          >
            <span>{words.conversation.end}</span>
          </ToolButton>
        </>
      )}
    </Head>
  );
}

/** Properties of `ConversationHead`. */
export interface ConversationHeadProps {
  readonly engagement: DeskEngagement;
  /** Open and in my hands. */
  readonly isMine: boolean;
  readonly isTransferOpen: boolean;
  readonly onTransferOpen: (isOpen: boolean) => void;
  /** Shows the customer where the column has no room. */
  readonly onDetails: () => void;
}

const Head = styled.header`
  position: relative;
  z-index: 2;
  display: flex;
  align-items: center;
  gap: 4px;
  min-block-size: 52px;
  padding: 6px 12px 6px 16px;
  border-block-end: 1px solid ${token('hairline')};

  /* The signs speak for themselves where there is no room for words; their names stay. */
  @media (max-width: 599.98px) {
    button > span {
      display: none;
    }
  }
  & > div:nth-child(2) {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    overflow: hidden;
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: ${token('textBody')};
    font-weight: ${token('weightStrong')};
    line-height: calc(20 / 15);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  & > div:nth-child(2) span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
`;

const Back = styled(ToolButton)`
  margin-inline-start: -8px;

  [dir='rtl'] & svg {
    scale: -1 1;
  }
  @media (min-width: 600px) {
    display: none;
  }
`;

const Holder = styled.div`
  position: relative;
`;

const Details = styled(ToolButton)`
  @media (min-width: 960px) {
    display: none;
  }
`;
