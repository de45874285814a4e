import { MEDIA_PATH } from './benchMedia.ts';
import type { MediaShape } from './benchMedia.ts';
import { benchMessages } from './benchMessages.ts';
import type { BenchMessage } from './benchMessages.ts';

const WORDS_LENGTH = 40;

/** Messages as `benchMessages` makes them, with fewer words and each with a picture. */
export function mediaMessages(count: number, from: number, shape: MediaShape): BenchMessage[] {
  return benchMessages(count, from).map((message) => {
    const [width, height] = [401 + (message.seq % 7) * 10, 251 + (message.seq % 5) * 30];
    const url = `${location.origin}${MEDIA_PATH}${width}x${height}-${message.seq}.svg`;
    return { ...message, text: message.text.slice(0, WORDS_LENGTH), media: { shape, url, width, height } };
  });
}
