import { useEffect, useRef, useState } from 'react';
import type { HTMLAttributes, ReactElement } from 'react';
import { styled } from 'styled-components';
import { land, token } from '../../theme/index.ts';
import { IconButton } from '../base/IconButton.tsx';
import { stripBidi } from '../base/participantName.ts';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { splitFileName } from '../cards/splitFileName.ts';

/** The files that will go with the message, each with a way to take it out again. */
export const AttachmentChips = withRef<HTMLUListElement, AttachmentChipsProps>(
  'AttachmentChips',
  ({ files, onRemove, ...rest }, ref) => {
    const { words, formats } = useLanguage();
    return (
      <Root ref={ref} aria-label={words.composer.attachments} {...rest}>
        {files.map((file, index) => {
          const name = stripBidi(file.name);
          const { stem, ending } = splitFileName(name);
          return (
            <Chip key={`${file.name}:${file.size}:${index}`}>
              <Preview file={file} ending={ending} />
              <Name>
                <span dir="auto">
                  <bdi>{stem}</bdi>
                  {ending && `.${ending}`}
                </span>
                <small>{formats.fileSize(file.size)}</small>
              </Name>
              <IconButton
                icon="close"
                iconSize={16}
                label={words.file.remove(name)}
                onClick={() => onRemove(file)}
              />
            </Chip>
          );
        })}
      </Root>
    );
  },
);

/** Properties of `AttachmentChips`; the rest goes to its `ul`. */
export interface AttachmentChipsProps extends HTMLAttributes<HTMLUListElement> {
  readonly files: readonly File[];
  readonly onRemove: (file: File) => void;
}

function Preview({ file, ending }: { file: File; ending: string }): ReactElement {
  const [refused, setRefused] = useState<File>();
  const isShown = /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type) && refused !== file;
  return (
    <Picture aria-hidden="true">
      {isShown ? <Photo file={file} onError={() => setRefused(file)} /> : ending.slice(0, 4)}
    </Picture>
  );
}

/** A picture of the device, freed when it is gone. Told where it is none, or the page's policy forbids `blob:`. */
function Photo({ file, onError }: { file: File; onError: () => void }): ReactElement {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return <img ref={image} alt="" onError={onError} />;
}

const Root = styled.ul`
  display: flex;
  gap: ${token('space3')};
  margin: 0;
  padding: ${token('space3')} ${token('space3')} 0;
  overflow-x: auto;
  scrollbar-width: thin;
  list-style: none;
`;

const Chip = styled.li`
  display: flex;
  flex: none;
  align-items: center;
  gap: ${token('space3')};
  max-inline-size: 220px;
  padding: ${token('space2')};
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusControl')};
  background: ${token('canvas')};
  animation: ${land} ${token('calm')} ease-out;
`;

const Picture = styled.span`
  display: grid;
  place-items: center;
  flex: none;
  inline-size: 36px;
  block-size: 36px;
  overflow: hidden;
  border-radius: calc(${token('radiusControl')} - 4px);
  background: ${token('accentSoft')};
  color: ${token('accentText')};
  font-size: 11px;
  font-weight: ${token('weightStrong')};
  text-transform: uppercase;

  img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
`;

const Name = styled.span`
  display: flex;
  flex-direction: column;
  min-inline-size: 0;
  font-size: ${token('textMeta')};
  line-height: calc(18 / 13);

  span {
    display: flex;
    white-space: nowrap;
  }
  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  small {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
  }
`;
