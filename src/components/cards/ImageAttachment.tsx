import type { HTMLAttributes, ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { stripBidi } from '../base/participantName.ts';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { RemoteImage } from './RemoteImage.tsx';
import { UploadBar } from './UploadBar.tsx';

const UNKNOWN_RATIO = 4 / 3;

/** A picture in its own ratio, whose room is kept before it loads. Opens in full when pressed. */
export const ImageAttachment = withRef<HTMLDivElement, ImageAttachmentProps>(
  'ImageAttachment',
  ({ name, src, width, height, progress, openable = true, style, ...rest }, ref) => {
    const words = useWords();
    const ratio = width && height ? width / height : UNKNOWN_RATIO;
    const picture: ReactElement = <RemoteImage src={src} alt={words.file.image(stripBidi(name))} />;
    return (
      <Root
        ref={ref}
        data-status={progress === undefined ? 'ready' : 'uploading'}
        // Never larger than the picture is, nor flatter or taller than an eye can use.
        style={{
          aspectRatio: String(Math.min(3, Math.max(0.6, ratio))),
          ...(width && { maxInlineSize: `min(100%, ${Math.max(120, width)}px)` }),
          ...style,
        }}
        {...rest}
      >
        {openable && src ? (
          <a href={src} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
            {picture}
            <VisuallyHidden>{`(${words.message.opensNewWindow})`}</VisuallyHidden>
          </a>
        ) : (
          picture
        )}
        <UploadBar progress={progress} />
      </Root>
    );
  },
);

/** Properties of `ImageAttachment`; the rest goes to its `div`. */
export interface ImageAttachmentProps extends HTMLAttributes<HTMLDivElement> {
  readonly name: string;
  /** Where it is: https, or a `blob:` of this page. Undefined shows a sign in its place. */
  readonly src: string | undefined;
  /** Pixels of the picture, where known. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** 0 to 1 while it goes up. */
  readonly progress?: number | undefined;
  /** Whether pressing opens it; default true. */
  readonly openable?: boolean | undefined;
}

const Root = styled.div`
  position: relative;
  display: grid;
  inline-size: 260px;
  max-inline-size: 100%;
  overflow: hidden;
  border-radius: ${token('radiusCard')};
  background: ${token('bubbleOther')};
  color: ${token('inkSoft')};

  &::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1px solid ${token('hairline')};
    border-radius: inherit;
    pointer-events: none;
  }
  & > a {
    display: grid;
    min-block-size: 0;
    border-radius: inherit;
  }
  & > a:focus-visible {
    outline-offset: -4px;
  }
  & img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transition: opacity ${token('calm')};
  }
  & span[role='img'] {
    place-self: center;
  }
  &[data-status='uploading'] img {
    opacity: 0.6;
  }
`;
