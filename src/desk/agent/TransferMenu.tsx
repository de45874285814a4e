import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Avatar } from '../../components/index.ts';
import type { DeskTransfer } from '../../protocol/desk/index.ts';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import { Popover } from '../parts/Popover.tsx';

/** To whom a conversation can go: agents who are ready, and every queue. */
export function TransferMenu({ id, onClose }: TransferMenuProps): ReactElement {
  const { words } = useDeskSpeech();
  const session = useDeskSession();
  const me = useDesk((state) => state.me?.agentId);
  const agents = useDesk((state) => state.agents);
  const queues = useDesk((state) => state.queues);
  const others = agents.filter((each) => each.agentId !== me && each.state === 'ready');
  const go = (to: DeskTransfer['to']): void => {
    onClose();
    void session.transfer(id, to);
  };
  return (
    <Sheet label={words.transfer.heading} onClose={onClose}>
      <h2>{words.transfer.agents}</h2>
      {others.length === 0 && <p>{words.transfer.noAgents}</p>}
      {others.map(({ agentId, name, attributes, openEngagements }) => (
        <button key={agentId} type="button" onClick={() => go({ kind: 'agent', agentId })}>
          <Avatar participant={{ participantType: 'AGENT', displayName: name }} size={28} />
          <span>
            <strong>{name}</strong>
            <small>{[words.transfer.open(openEngagements), ...attributes].join(' · ')}</small>
          </span>
        </button>
      ))}
      <h2>{words.transfer.queues}</h2>
      {queues.map(({ queueId, name }) => (
        <button key={queueId} type="button" onClick={() => go({ kind: 'queue', queueId })}>
          <strong>{name}</strong>
        </button>
      ))}
    </Sheet>
  );
}

/** Properties of `TransferMenu`. */
export interface TransferMenuProps {
  /** The engagement's id. */
  readonly id: string;
  readonly onClose: () => void;
}

const Sheet = styled(Popover)`
  inset-block-start: calc(100% + 6px);
  inset-inline-end: 0;
  inline-size: 260px;
  max-block-size: 420px;
  padding: 8px;

  h2 {
    margin: 6px 8px 4px;
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    font-weight: ${token('weightStrong')};
    line-height: calc(16 / 12);
  }
  p {
    margin: 0 8px 8px;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
  }
  button {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 36px;
    padding: 6px 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    text-align: start;
    cursor: pointer;
  }
  button:hover,
  button:focus-visible {
    background: ${token('hover')};
  }
  strong {
    display: block;
    font-weight: ${token('weightMedium')};
    line-height: calc(20 / 15);
  }
  small {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
  }
`;
