import type { RichAction } from '../../../protocol/axp/index.ts';
import type { DeskAction, DeskSend } from '../../../protocol/desk/index.ts';
import { given } from '../core/given.ts';
import type { AttachmentRecord, DialogRecord } from '../core/records.ts';
import { textBody } from '../core/say.ts';
import type { Saying } from '../core/say.ts';
import type { Work } from '../core/work.ts';
import { badReference, ProblemError } from '../http/problem.ts';
import { storedMedia } from '../media/mediaStore.ts';

/** What an agent's message is on the wire. @throws ProblemError 400 for unknown files, 409 for rich media on Chat */
export async function sayingOf(work: Work, dialog: DialogRecord, send: DeskSend): Promise<Saying> {
  const { content } = send;
  const common = given({ clientMessageId: send.clientMessageId, parentMessageId: send.parentMessageId });
  const textOnly = dialog.channelId === 'Chat';
  if (content.kind === 'files') {
    if (textOnly) throw notOnChat();
    const attachments = await attachmentsOf(work, content.attachmentIds);
    const isImage = attachments.every((one) => one.contentType.startsWith('image/'));
    const body = textBody(content.caption ?? '');
    return { ...common, attachments, body: { ...body, elementType: isImage ? 'image' : 'file' } };
  }
  const { text, actions, cards } = content;
  if (actions.length === 0 && cards.length === 0) return { ...common, body: textBody(text) };
  if (textOnly) throw notOnChat();
  const items = cards.map((card) => ({ ...card, actions: card.actions.map(richAction) }));
  const richMediaPayload = {
    ...(actions.length > 0 ? { actions: actions.map(richAction) } : {}),
    ...(items.length > 0 ? { items } : {}),
  };
  return { ...common, body: { ...textBody(text), richMediaPayload } };
}

async function attachmentsOf(work: Work, ids: readonly string[]): Promise<readonly AttachmentRecord[]> {
  const found: AttachmentRecord[] = [];
  for (const attachmentId of ids) {
    const media = await storedMedia(work.tx, attachmentId);
    if (!media) throw badReference('content.attachmentIds', 'There is no such uploaded file.');
    const { mediaName: name, mediaContentType: contentType, mediaSize: size } = media;
    found.push({ attachmentId, name, contentType, size });
  }
  return found;
}

function richAction(action: DeskAction): RichAction {
  return { ...action };
}

function notOnChat(): ProblemError {
  return new ProblemError(409, 'This channel carries plain text only.');
}
