import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { ToolButton } from '../parts/ToolButton.tsx';

/** What an agent can send besides words: canned answers, quick replies, cards, a request for the place. */
export function RichTools({ textOnly, onCanned, onReplies, onCards, onPlace }: RichToolsProps): ReactElement {
  const { words } = useDeskSpeech();
  const why = textOnly ? ` – ${words.conversation.textOnly}` : '';
  return (
    <Tools>
      <ToolButton sign="canned" label={words.tools.canned} onClick={onCanned} />
      <ToolButton
        sign="replies"
        label={`${words.tools.quickReplies}${why}`}
        disabled={textOnly}
        onClick={onReplies}
      />
      <ToolButton
        sign="cards"
        label={`${words.tools.carousel}${why}`}
        disabled={textOnly}
        onClick={onCards}
      />
      <ToolButton
        sign="place"
        label={`${words.tools.location}${why}`}
        disabled={textOnly}
        onClick={onPlace}
      />
    </Tools>
  );
}

/** Properties of `RichTools`. The forms are the caller's: a form inside the composer's would be none. */
export interface RichToolsProps {
  /** The channel carries plain text only: the rest cannot be pressed, and says why. */
  readonly textOnly: boolean;
  readonly onCanned: () => void;
  readonly onReplies: () => void;
  readonly onCards: () => void;
  readonly onPlace: () => void;
}

const Tools = styled.div`
  display: flex;
`;
