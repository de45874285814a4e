import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Avatar, VisuallyHidden } from '../../components/index.ts';
import type { DeskEngagement } from '../../protocol/desk/index.ts';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import { lastWords } from './lastWords.ts';

/** One conversation of mine as a line of the list: face, name, last words, time, unread mark. */
export function ConversationItem({ id, closed }: ConversationItemProps): ReactElement | null {
  const { words, formats } = useDeskSpeech();
  const session = useDeskSession();
  const conversation = useDesk((state) => state.conversations[id]);
  const isSelected = useDesk((state) => state.selectedId === id);
  const head = closed ?? conversation?.engagement;
  if (!head) return null;
  const unread = closed ? 0 : (conversation?.unread ?? 0);
  const last = conversation?.engagement.lastMessage ?? head.lastMessage;
  const atMs = Date.parse(last?.at ?? head.startedAt);
  return (
    <li>
      <Item
        type="button"
        aria-current={isSelected}
        data-unread={unread > 0}
        data-closed={closed !== undefined}
        onClick={() => void session.select(id)}
      >
        <Face>
          <Avatar participant={{ participantType: 'CUSTOMER', displayName: head.customerName }} size={32} />
          {!closed && <Dot data-present={head.customerPresent} />}
        </Face>
        <Middle>
          <strong>
            <bdi>{head.customerName}</bdi>
          </strong>
          <span dir="auto">
            {conversation?.typing !== undefined && !closed ? (
              <em>{words.queue.typing}</em>
            ) : (
              last && `${last.senderType === 'AGENT' ? words.queue.yours : ''}${lastWords(last)}`
            )}
          </span>
        </Middle>
        <End>
          <time dateTime={new Date(atMs).toISOString()} title={formats.moment(atMs)}>
            {formats.time(atMs)}
          </time>
          {unread > 0 && (
            <Badge>
              <span aria-hidden="true">{formats.number(unread)}</span>
              <VisuallyHidden>{words.queue.unread(unread)}</VisuallyHidden>
            </Badge>
          )}
          {!closed && !head.customerPresent && unread === 0 && <small>{words.queue.away}</small>}
        </End>
      </Item>
    </li>
  );
}

/** Properties of `ConversationItem`. */
export interface ConversationItemProps {
  readonly id: string;
  /** The head, where it is closed. */
  readonly closed?: DeskEngagement;
}

const Item = styled.button`
  display: flex;
  align-items: center;
  gap: 10px;
  inline-size: 100%;
  padding: 8px;
  border: 0;
  border-radius: ${token('radiusControl')};
  background: transparent;
  text-align: start;
  cursor: pointer;
  transition: background-color ${token('quick')};

  &:hover {
    background: ${token('hover')};
  }
  &[aria-current='true'] {
    background: ${token('canvas')};
    box-shadow: 0 0 0 1px ${token('hairline')};
  }
  &[data-closed='true'] {
    color: ${token('inkSoft')};
  }
  &[data-unread='true'] strong,
  &[data-unread='true'] span[dir] {
    color: ${token('ink')};
    font-weight: ${token('weightStrong')};
  }
  @media (forced-colors: active) {
    &[aria-current='true'] {
      outline: 2px solid Highlight;
    }
  }
`;

const Face = styled.span`
  position: relative;
  display: flex;
`;

const Dot = styled.span`
  position: absolute;
  inset-block-end: -1px;
  inset-inline-end: -1px;
  inline-size: 10px;
  block-size: 10px;
  border: 2px solid ${token('surface')};
  border-radius: 50%;
  background: ${token('success')};

  &[data-present='false'] {
    background: ${token('outline')};
  }
`;

const Middle = styled.span`
  flex: 1;
  min-inline-size: 0;

  strong,
  span {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  strong {
    font-weight: ${token('weightMedium')};
    line-height: calc(20 / 15);
  }
  span {
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
  em {
    color: ${token('accentText')};
    font-style: normal;
  }
`;

const End = styled.span`
  display: flex;
  flex-direction: column;
  align-items: flex-end;
  align-self: stretch;
  gap: 3px;
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  font-variant-numeric: tabular-nums;
  line-height: calc(18 / 12);

  small {
    font-size: inherit;
  }
`;

const Badge = styled.span`
  min-inline-size: 18px;
  padding: 0 5px;
  border-radius: 9px;
  background: ${token('accent')};
  color: ${token('accentInk')};
  font-weight: ${token('weightStrong')};
  text-align: center;
`;
