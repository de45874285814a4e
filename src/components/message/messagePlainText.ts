import type { Words } from '../../locales/index.ts';
import type { MessageBody } from '../../protocol/index.ts';
import { stripBidi } from '../base/participantName.ts';
import { parseMarkdown, plainText } from './markdown.ts';

/** What a message says, as one line of plain words: for announcing, for a title, for a preview. */
export function messagePlainText(body: MessageBody, words: Words): string {
  switch (body.type) {
    case 'text':
      return stripBidi(body.format === 'markdown' ? plainText(parseMarkdown(body.text)) : body.text);
    case 'carousel':
      return [body.text, ...body.items.map((item) => item.title)].filter(Boolean).join(', ');
    case 'location':
      return [body.text, words.location.place, body.name, body.address].filter(Boolean).join(', ');
    case 'files':
      return [body.text, ...body.attachments.map((file) => stripBidi(file.name))].filter(Boolean).join(', ');
    case 'choice':
      return body.text;
    case 'unsupported':
      return body.text || words.message.unsupported;
  }
}
