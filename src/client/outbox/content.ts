import type { ChatEvent, LocalFile } from '../../model/index.ts';
import type { MessageBody, OutgoingBody } from '../../protocol/index.ts';
import type { Draft } from '../chatClient.ts';
import type { OutboxContent } from './outboxStore.ts';

/** A message of one's own as far as it shows. */
type Shown = Pick<Extract<ChatEvent, { type: 'MESSAGE_QUEUED' }>, 'body' | 'localFiles'>;

/** What is kept of a draft. */
export function contentOf(draft: Draft): OutboxContent {
  if ('body' in draft) return { type: 'body', body: draft.body };
  return { type: 'files', files: draft.files, text: draft.text ?? '', uploaded: [] };
}

/** What the bubble shows before the log's own version comes. */
export function shownOf(content: OutboxContent): Shown {
  if (content.type === 'body') return { body: fromOutgoing(content.body) };
  if (content.type === 'tombstone') return { body: { type: 'files', text: '', attachments: [] } };
  const { text, files } = content;
  return { body: { type: 'files', text, attachments: [] }, localFiles: files.map(localFile) };
}

function fromOutgoing(body: OutgoingBody): MessageBody {
  switch (body.type) {
    case 'text':
      return { ...body, format: 'plain' };
    case 'location':
      return { ...body, text: body.name ?? body.address ?? '' };
    case 'files':
      return { type: 'files', text: body.text, attachments: [] };
    case 'choice':
      return body;
  }
}

function localFile(file: File): LocalFile {
  return { name: file.name, sizeBytes: file.size, contentType: file.type };
}
