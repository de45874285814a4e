/**
 * How a picture comes into a chat: a file whose size the message tells, one whose size nobody knows, in a card, and in a card of
 * the application's own, that keeps no room for it.
 */
export const MEDIA_SHAPES = ['sized', 'unsized', 'card', 'own'] as const;

/** One of them. */
export type MediaShape = (typeof MEDIA_SHAPES)[number];

/** A picture beside a message's words; its sides in pixels, odd ones, so that what is made of them is not whole. */
export interface BenchMedia {
  readonly shape: MediaShape;
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Under this address the page is given pictures, each as wide and high as its name says. */
export const MEDIA_PATH = '/media/';
