import type { ChatMessage } from '../../model/index.ts';

/* Heights of the parts of cards at font scale 1, CSS px. */
const ROW_PX = 41;
const CARD_TEXT_PX = 46;
const CARD_WORDS_PX = 38;
const PICTURE_PX = 162;
const STEPS_PX = 40;
const MAP_PX = 112;
const FILE_PX = 66;
const FILE_WIDTH_PX = 260;
const GAP_PX = 2;

/** The room that the rich part of a message will take, CSS px, so that nothing jumps when it comes. */
export function reserve({ body, localFiles }: ChatMessage): number {
  switch (body.type) {
    case 'carousel': {
      const words = body.items.some((item) => item.description) ? CARD_WORDS_PX : 0;
      const picture = body.items.some((item) => item.mediaUrl) ? PICTURE_PX : 0;
      const rows = Math.max(0, ...body.items.map((item) => item.actions.length)) * ROW_PX;
      return picture + CARD_TEXT_PX + words + rows + (body.items.length > 1 ? STEPS_PX : 0);
    }
    case 'location':
      return MAP_PX + CARD_TEXT_PX + CARD_WORDS_PX + ROW_PX;
    case 'files': {
      if (localFiles) return localFiles.length * FILE_PX;
      return body.attachments.reduce(
        (sum, file) => sum + GAP_PX + (isShownImage(file.contentType) ? pictureHeight(file) : FILE_PX),
        0,
      );
    }
    case 'text':
      return (body.actions ?? []).filter(({ type }) => type !== 'reply').length * ROW_PX;
    default:
      return 0;
  }
}

/** SVG is a document that can hold scripts: it is handed over as a file, not shown. */
export function isShownImage(contentType: string): boolean {
  return /^image\/(png|jpeg|gif|webp|avif)$/.test(contentType);
}

function pictureHeight({
  width = 4,
  height = 3,
}: {
  readonly width?: number;
  readonly height?: number;
}): number {
  return FILE_WIDTH_PX * (height / width);
}
