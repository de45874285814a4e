import type { AnchorHTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { Icon } from '../base/Icon.tsx';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { safeLink } from '../message/safeLink.ts';
import { cardIcons } from './cardIcons.ts';

/** One link with a title and, always, the host it leads to. An address that is not safe is shown, but leads nowhere. */
export const LinkCard = withRef<HTMLAnchorElement, LinkCardProps>(
  'LinkCard',
  ({ url, heading, description, ...rest }, ref) => {
    const words = useWords();
    const link = safeLink(url);
    return (
      <Root
        ref={ref}
        {...(link && { href: link.href })}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        referrerPolicy="no-referrer"
        dir="auto"
        {...rest}
      >
        <span>
          <strong>{heading}</strong>
          {description && <span>{description}</span>}
          <small>
            <bdi>{link?.host ?? url}</bdi>
          </small>
        </span>
        {link && (
          <>
            <Icon d={cardIcons.link} data-mirror size={18} />
            <VisuallyHidden>{`(${words.message.opensNewWindow})`}</VisuallyHidden>
          </>
        )}
      </Root>
    );
  },
);

/** Properties of `LinkCard`; the rest goes to its `a`. */
export interface LinkCardProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly url: string;
  readonly heading: string;
  readonly description?: string | undefined;
}

const Root = styled.a`
  position: relative;
  display: flex;
  align-items: flex-start;
  justify-content: space-between;
  gap: ${token('space4')};
  padding: ${token('space4')};
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};
  color: ${token('ink')};
  text-decoration: none;
  transition: background-color ${token('quick')};

  &[href]:hover {
    background: ${token('hover')};
  }
  & > span {
    min-inline-size: 0;
  }
  & > span > * {
    display: block;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
  & > span > strong {
    color: ${token('ink')};
    font-size: ${token('textBody')};
    font-weight: ${token('weightStrong')};
    line-height: calc(20 / 15);
  }
  svg {
    flex: none;
    color: ${token('accentText')};
  }
`;
