import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Shows a picture of the device in an `img`, and frees it when it is gone. */
export function usePreview(file: File): RefObject<HTMLImageElement | null> {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return image;
}
