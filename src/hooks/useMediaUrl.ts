import { useCallback } from 'react';
import type { BaseUrl } from '../client/index.ts';
import { isSafeUrl } from '../protocol/index.ts';
import { useChatContext } from './ChatContext.ts';

/** Makes an attachment's address, relative to the connector, complete; undefined for one that must not be loaded. */
export function useMediaUrl(): (url: string) => string | undefined {
  const { baseUrl } = useChatContext('useMediaUrl');
  return useCallback(
    (url: string) => {
      const whole = parse(url, baseUrl);
      return whole !== undefined && isSafeUrl(whole) ? whole : undefined;
    },
    [baseUrl],
  );
}

function parse(url: string, base: BaseUrl | undefined): string | undefined {
  try {
    return new URL(url, typeof base === 'function' ? base() : base).href;
  } catch {
    return undefined;
  }
}
