import { useState } from 'react';
import type { ImgHTMLAttributes, ReactElement } from 'react';
import { Icon } from '../base/Icon.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { cardIcons } from './cardIcons.ts';

/** A picture that may not come: then a sign stands in its place, of the same size. Tells nobody where it was shown. */
export function RemoteImage({ src, alt, ...rest }: RemoteImageProps): ReactElement {
  const words = useWords();
  const [failedSrc, setFailedSrc] = useState<string>();
  if (!src || failedSrc === src)
    return (
      // Of what would not have been said, nothing is missing.
      <span {...(alt ? { role: 'img', 'aria-label': `${alt}. ${words.file.imageFailed}` } : HIDDEN)}>
        <Icon d={cardIcons.image} size={32} strokeWidth={1.25} />
      </span>
    );
  return (
    <img
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      draggable={false}
      onError={() => setFailedSrc(src)}
      {...rest}
    />
  );
}

const HIDDEN = { 'aria-hidden': true } as const;

/** Properties of `RemoteImage`; the rest goes to its `img`. */
export interface RemoteImageProps extends ImgHTMLAttributes<HTMLImageElement> {
  readonly src: string | undefined;
  readonly alt: string;
}
