import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { Words } from '../../locales/index.ts';
import type { Delivery } from '../../model/index.ts';
import { token } from '../../theme/index.ts';
import { Icon } from '../base/Icon.tsx';
import type { IconName } from '../base/Icon.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/** How far one's own message has come: a sign and a word. Nothing for a message received. */
export const StatusMark = withRef<HTMLSpanElement, StatusMarkProps>(
  'StatusMark',
  ({ delivery, ...rest }, ref) => {
    const words = useWords();
    const { status } = delivery;
    return (
      <Root ref={ref} data-status={status} {...rest}>
        {status !== 'received' && (
          <>
            <Icon name={icons[status]} size={14} strokeWidth={2} />
            {deliveryWords(delivery, words)}
          </>
        )}
      </Root>
    );
  },
);

/** Properties of `StatusMark`; the rest goes to its `span`. */
export interface StatusMarkProps extends HTMLAttributes<HTMLSpanElement> {
  readonly delivery: Delivery;
}

/** The word for a delivery, with the reason where one is known; empty for a message received. */
export function deliveryWords(delivery: Delivery, words: Words): string {
  if (delivery.status === 'received') return '';
  const { problems, waits, status } = words;
  if (delivery.status === 'failed')
    return hasWord(delivery.code, problems) ? problems[delivery.code] : problems.other;
  if (delivery.status === 'waiting' && delivery.code && hasWord(delivery.code, waits))
    return waits[delivery.code];
  return status[delivery.status];
}

function hasWord<W extends string>(code: string, words: Readonly<Record<W, string>>): code is W {
  return Object.hasOwn(words, code);
}

const icons: Readonly<Record<Exclude<Delivery['status'], 'received'>, IconName>> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  delivered: 'sent',
  read: 'read',
  failed: 'failed',
  unconfirmed: 'unconfirmed',
};

const Root = styled.span`
  display: inline-flex;
  align-items: center;
  gap: ${token('space2')};
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  line-height: calc(16 / 12);

  &[data-status='failed'] {
    /* What may be done stands below, together. */
    justify-content: inherit;
    inline-size: 100%;
    color: ${token('danger')};
    font-weight: ${token('weightMedium')};
  }
  &[data-status='read'] {
    color: ${token('accentText')};
  }
`;
