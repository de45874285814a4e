import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { Participant } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { Icon } from './Icon.tsx';
import { withRef } from './withRef.ts';

/** A face: initials of a person, a sign for a bot. Decoration beside a name that is said elsewhere. */
export const Avatar = withRef<HTMLSpanElement, AvatarProps>(
  'Avatar',
  ({ participant, size = 28, style, ...rest }, ref) => (
    <Root
      ref={ref}
      aria-hidden="true"
      data-type={participant.participantType}
      style={{ inlineSize: `${size}px`, blockSize: `${size}px`, fontSize: `${size * 0.41}px`, ...style }}
      {...rest}
    >
      {participant.participantType === 'BOT' || !participant.displayName ? (
        <Icon name={participant.participantType === 'BOT' ? 'bot' : 'chat'} size={size * 0.64} />
      ) : (
        initials(participant.displayName)
      )}
    </Root>
  ),
);

/** Properties of `Avatar`; the rest goes to its `span`. */
export interface AvatarProps extends HTMLAttributes<HTMLSpanElement> {
  readonly participant: Pick<Participant, 'participantType' | 'displayName'>;
  /** CSS px; default 28. */
  readonly size?: number;
}

/** First letters of the first and the last word, whole characters only; two at most. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

const Root = styled.span`
  display: inline-grid;
  place-items: center;
  flex: none;
  /* Not hidden: what could scroll is a layer of its own. */
  overflow: clip;
  border-radius: 50%;
  background: ${token('accentSoft')};
  color: ${token('accentText')};
  font-weight: ${token('weightStrong')};
  line-height: 1;
  letter-spacing: 0.01em;
  user-select: none;

  @media (forced-colors: active) {
    border: 1px solid CanvasText;
  }
`;
