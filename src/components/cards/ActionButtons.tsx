import type { HTMLAttributes, ReactElement } from 'react';
import { css, styled } from 'styled-components';
import type { Action } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { Icon } from '../base/Icon.tsx';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { safeLink } from '../message/safeLink.ts';
import { cardIcons } from './cardIcons.ts';

/** An action that stands as a row of its own under a message or card. */
export type RowAction = Action;

/** Actions as full-width rows with hairlines. A link opens, everything else is told to `onAction`. */
export const ActionButtons = withRef<HTMLDivElement, ActionButtonsProps>(
  'ActionButtons',
  ({ actions, chosen, disabled = false, onAction, ...rest }, ref) => {
    const words = useWords();
    const taken =
      chosen === undefined
        ? undefined
        : actions.find((action) => 'payload' in action && action.payload === chosen);
    return (
      <Root ref={ref} role="group" aria-label={words.choices.actions} {...rest}>
        {actions.map((action, index) =>
          action.type === 'link' ? (
            <LinkRow key={index} text={action.text} uri={action.uri} />
          ) : (
            <Row
              key={index}
              type="button"
              aria-disabled={disabled}
              data-chosen={'payload' in action && action.payload === chosen}
              onClick={() => {
                if (!disabled) onAction?.(action);
              }}
            >
              <bdi>{action.text}</bdi>
              {action.type === 'locationRequest' && <Icon d={cardIcons.pin} size={18} />}
              {'payload' in action && action.payload === chosen && <Icon name="check" size={18} />}
            </Row>
          ),
        )}
        {taken && <VisuallyHidden>{words.choices.chosen(taken.text)}</VisuallyHidden>}
      </Root>
    );
  },
);

/** Properties of `ActionButtons`; the rest goes to its `div`. */
export interface ActionButtonsProps extends HTMLAttributes<HTMLDivElement> {
  readonly actions: readonly RowAction[];
  /** Payload of the one chosen last; it stays pressable, as buttons (unlike quick replies) may be used again. */
  readonly chosen?: string | undefined;
  /** The chat is over; links still open. Default false. */
  readonly disabled?: boolean | undefined;
  readonly onAction?: ((action: Exclude<Action, { type: 'link' }>) => void) | undefined;
}

// An address that is not safe leaves its label, without a link: the message was still said.
function LinkRow({ text, uri }: { text: string; uri: string }): ReactElement {
  const words = useWords();
  const link = safeLink(uri);
  return (
    <RowLink
      href={link?.href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      referrerPolicy="no-referrer"
    >
      <span>
        <bdi>{text}</bdi>
        {link?.host && (
          <small>
            <bdi>{link.host}</bdi>
          </small>
        )}
      </span>
      <Icon d={cardIcons.link} data-mirror size={16} />
      {link && <VisuallyHidden>{`(${words.message.opensNewWindow})`}</VisuallyHidden>}
    </RowLink>
  );
}

const Root = styled.div`
  display: flex;
  flex-direction: column;
  min-inline-size: 0;
`;

const row = css`
  position: relative;
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: ${token('space3')};
  inline-size: 100%;
  min-block-size: max(40px, ${token('target')});
  padding: ${token('space3')} ${token('space4')};
  border: 0;
  border-block-start: 1px solid ${token('hairline')};
  background: none;
  color: ${token('accentText')};
  font-weight: ${token('weightMedium')};
  line-height: calc(20 / 15);
  text-align: start;
  text-decoration: none;
  cursor: pointer;
  transition: background-color ${token('quick')};

  &:hover {
    background: ${token('hover')};
  }
  &:focus-visible {
    outline-offset: -3px;
    border-radius: ${token('radiusInner')};
  }
  svg {
    flex: none;
  }
`;

const Row = styled.button`
  ${row}
  &[aria-disabled='true'] {
    color: ${token('inkSoft')};
    background: none;
    cursor: default;
  }
`;

const RowLink = styled.a`
  ${row}
  small {
    display: block;
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    font-weight: ${token('weightBody')};
    line-height: calc(16 / 12);
  }
`;
