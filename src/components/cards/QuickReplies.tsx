import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { Action } from '../../protocol/index.ts';
import { land, token } from '../../theme/index.ts';
import { Icon } from '../base/Icon.tsx';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/** A suggested answer. */
export type ReplyAction = Extract<Action, { type: 'reply' }>;

/**
 * Suggested answers as pills: at most three rows, then they scroll. Once one is chosen all stay, dimmed and locked, and
 * say which it was.
 */
export const QuickReplies = withRef<HTMLDivElement, QuickRepliesProps>(
  'QuickReplies',
  ({ replies, chosen, disabled = false, onChoose, ...rest }, ref) => {
    const words = useWords();
    const locked = disabled || chosen !== undefined;
    return (
      <Root ref={ref} role="group" aria-label={words.choices.quickReplies} data-locked={locked} {...rest}>
        {replies.map((reply, index) => (
          <Pill
            key={index}
            type="button"
            // Not `disabled`: a button that is can no longer be read, and drops the focus it has.
            aria-disabled={locked}
            data-chosen={reply.payload === chosen}
            onClick={() => {
              if (!locked) onChoose?.(reply);
            }}
          >
            {reply.payload === chosen && <Icon name="check" size={16} />}
            <bdi>{reply.text}</bdi>
          </Pill>
        ))}
        {chosen !== undefined && (
          <VisuallyHidden>
            {words.choices.chosen(replies.find((reply) => reply.payload === chosen)?.text ?? chosen)}
          </VisuallyHidden>
        )}
      </Root>
    );
  },
);

/** Properties of `QuickReplies`; the rest goes to its `div`. */
export interface QuickRepliesProps extends HTMLAttributes<HTMLDivElement> {
  readonly replies: readonly ReplyAction[];
  /** Payload of the one chosen; undefined while none is. */
  readonly chosen?: string | undefined;
  /** Locked without a choice: the chat is over. Default false. */
  readonly disabled?: boolean | undefined;
  readonly onChoose?: ((reply: ReplyAction) => void) | undefined;
}

const Root = styled.div`
  position: relative;
  display: flex;
  flex-wrap: wrap;
  gap: ${token('space3')};
  /* Three rows, and the edge of a fourth one that says that there are more. */
  max-block-size: calc(
    3 * max(36px, ${token('target')}, ${token('textBody')} * 4 / 3 + 10px) + 3 * ${token('space3')} + 20px
  );
  margin: -4px;
  padding: 4px;
  overflow-y: auto;
  scrollbar-width: thin;
`;

const Pill = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${token('space2')};
  min-block-size: max(36px, ${token('target')});
  max-inline-size: 100%;
  padding: ${token('space2')} ${token('space4')};
  border: 1px solid
    color-mix(in oklab, ${token('accentText')} min(100%, 45% * ${token('edge')}), ${token('canvas')});
  border-radius: calc(${token('radius')} * 100);
  background: ${token('canvas')};
  color: ${token('accentText')};
  font-weight: ${token('weightMedium')};
  line-height: calc(20 / 15);
  text-align: start;
  cursor: pointer;
  animation: ${land} ${token('calm')} ease-out backwards;
  transition:
    background-color ${token('quick')},
    border-color ${token('quick')};

  &:hover {
    background: ${token('accentSoft')};
    border-color: ${token('accentText')};
  }
  &[aria-disabled='true'] {
    border-color: ${token('hairline')};
    background: none;
    color: ${token('inkSoft')};
    cursor: default;
  }
  &[data-chosen='true'] {
    border-color: ${token('outline')};
    color: ${token('ink')};
  }
`;
