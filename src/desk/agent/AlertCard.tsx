import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Avatar, Button, useCountdown } from '../../components/index.ts';
import type { DeskAlert } from '../../protocol/desk/index.ts';
import { rise, token } from '../../theme/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import { focusComposer } from './focusComposer.ts';
import { lastWords } from './lastWords.ts';

/** The desk rings: who, why, how long there is to answer, and the two answers. */
export function AlertCard({ alert }: { readonly alert: DeskAlert }): ReactElement {
  const { words, formats, clock } = useDeskSpeech();
  const session = useDeskSession();
  const offsetMs = useDesk((state) => state.serverOffsetMs);
  const { engagement, transferredFrom } = alert;
  const leftMs = useCountdown(Date.parse(alert.expiresAt) - offsetMs, clock) ?? 0;
  const name = engagement.customerName;
  return (
    <Card data-alert role="group" aria-label={words.alert.region}>
      <Who>
        <Avatar participant={{ participantType: 'CUSTOMER', displayName: name }} size={36} />
        <div>
          <strong>{words.alert.incoming(name)}</strong>
          <span>
            {transferredFrom === undefined
              ? engagement.integrationName
              : words.alert.transferred(transferredFrom)}
          </span>
        </div>
        <time role="timer" aria-live="off" title={words.alert.leftToAnswer(formats.span(leftMs))}>
          {formats.countdown(leftMs)}
        </time>
      </Who>
      {engagement.lastMessage?.senderType === 'CUSTOMER' && (
        <blockquote dir="auto">{lastWords(engagement.lastMessage)}</blockquote>
      )}
      <Answers>
        <Button tone="primary" onClick={() => void session.accept(engagement.id).then(focusComposer)}>
          {words.alert.accept}
        </Button>
        <Button onClick={() => void session.decline(engagement.id)}>{words.alert.decline}</Button>
      </Answers>
    </Card>
  );
}

const Card = styled.div`
  flex: none;
  margin-block-end: 8px;
  padding: 12px;
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};
  box-shadow:
    0 0 0 2px ${token('accentText')},
    ${token('shadowPopover')};
  animation: ${rise} ${token('calm')} ease-out;

  blockquote {
    display: -webkit-box;
    overflow: hidden;
    margin: 8px 0 0;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  @media (forced-colors: active) {
    border: 2px solid Highlight;
  }
`;

const Who = styled.div`
  display: flex;
  align-items: center;
  gap: 10px;

  div {
    flex: 1;
    min-inline-size: 0;
  }
  strong {
    display: block;
    font-weight: ${token('weightStrong')};
    line-height: calc(20 / 15);
    text-wrap: balance;
  }
  div span {
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
  time {
    align-self: flex-start;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    font-variant-numeric: tabular-nums;
  }
`;

const Answers = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
  margin-block-start: 12px;
`;
