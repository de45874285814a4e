import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { Icon } from '../base/Icon.tsx';
import { stripBidi } from '../base/participantName.ts';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { cardIcons } from './cardIcons.ts';
import { splitFileName } from './splitFileName.ts';
import { UploadBar } from './UploadBar.tsx';

/** A file: its kind as a sign, its name, its size. The ending stands apart, so no long or turned name can hide it. */
export const FileAttachment = withRef<HTMLDivElement, FileAttachmentProps>(
  'FileAttachment',
  ({ name, sizeBytes, href, progress, ...rest }, ref) => {
    const { words, formats } = useLanguage();
    const { stem, ending } = splitFileName(stripBidi(name));
    const body = (
      <>
        <Kind aria-hidden="true">{ending.slice(0, 4) || <Icon name="attach" size={18} />}</Kind>
        {/* A link's hidden words say the same with what it does: both would be the name twice. */}
        <span aria-hidden={href ? true : undefined}>
          <Name dir="auto">
            <bdi>{stem}</bdi>
            {ending && <span>{`.${ending}`}</span>}
          </Name>
          <small>{formats.fileSize(sizeBytes)}</small>
        </span>
      </>
    );
    return (
      <Root ref={ref} data-status={progress === undefined ? 'ready' : 'uploading'} {...rest}>
        {href ? (
          <a
            href={href}
            download={name}
            target="_blank"
            rel="noopener noreferrer"
            referrerPolicy="no-referrer"
          >
            {body}
            <Icon d={cardIcons.download} size={18} />
            <VisuallyHidden>{`${words.file.download(stripBidi(name))} ${formats.fileSize(sizeBytes)}`}</VisuallyHidden>
          </a>
        ) : (
          <div>{body}</div>
        )}
        <UploadBar progress={progress} />
      </Root>
    );
  },
);

/** Properties of `FileAttachment`; the rest goes to its `div`. */
export interface FileAttachmentProps extends HTMLAttributes<HTMLDivElement> {
  readonly name: string;
  readonly sizeBytes: number;
  /** Where it can be fetched; undefined while it goes up. */
  readonly href?: string | undefined;
  /** 0 to 1 while it goes up. */
  readonly progress?: number | undefined;
}

const Root = styled.div`
  position: relative;
  inline-size: 260px;
  max-inline-size: 100%;
  overflow: hidden;
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};
  color: ${token('ink')};

  &[data-status='uploading'] {
    padding-block-end: 12px;
  }
  & > a,
  & > div {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: ${token('space4')};
    padding: ${token('space4')};
    color: inherit;
    text-decoration: none;
    border-radius: inherit;
  }
  & > a:hover {
    background: ${token('hover')};
  }
  & > a:focus-visible {
    outline-offset: -4px;
  }
  svg {
    color: ${token('inkSoft')};
  }
  small {
    display: block;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
`;

const Kind = styled.span`
  display: grid;
  place-items: center;
  inline-size: 40px;
  block-size: 40px;
  border-radius: ${token('radiusControl')};
  background: ${token('accentSoft')};
  color: ${token('accentText')};
  font-size: 11px;
  font-weight: ${token('weightStrong')};
  text-transform: uppercase;
  letter-spacing: 0.02em;
`;

const Name = styled.span`
  display: flex;
  inline-size: fit-content;
  max-inline-size: 100%;
  font-weight: ${token('weightMedium')};
  line-height: calc(20 / 15);

  white-space: nowrap;

  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
