import type { DeskMessage } from '../../protocol/desk/index.ts';

/** A message in one line: its words, else the names of its files, else its place. */
export function lastWords({ content }: DeskMessage): string {
  switch (content.kind) {
    case 'text':
      return content.text || content.cards.map((card) => card.title).join(' · ');
    case 'choice':
      return content.text;
    case 'location':
      return content.text ?? content.name ?? content.address ?? `${content.lat}, ${content.long}`;
    case 'files':
      return content.caption ?? content.attachments.map((each) => each.name).join(', ');
  }
}
