import type { EngagementState, SessionFacts } from '../../model/index.ts';
import type { MessageBody, OutgoingBody } from '../../protocol/index.ts';
import type { Draft } from '../chatClient.ts';
import { ChatClientError } from '../errors.ts';

/**
 * What can be said against a draft before it is kept; undefined for a good one. Nothing is said that only the server can
 * know.
 */
export function checkDraft(
  draft: Draft,
  facts: SessionFacts | undefined,
  engagement: EngagementState | undefined,
): ChatClientError | undefined {
  if (!facts) return new ChatClientError('not-started', 'There is no session');
  if (!engagement) return new ChatClientError('not-found', 'There is no such engagement');
  if (engagement.status === 'TERMINATED')
    return new ChatClientError('engagement-ended', 'The conversation has ended');
  return 'files' in draft ? checkFiles(draft, facts) : checkBody(draft.body, facts);
}

/** A body of the log as it would be sent again; undefined for one that only the contact centre can send. */
export function resendable(body: MessageBody): OutgoingBody | undefined {
  switch (body.type) {
    case 'text':
      return { type: 'text', text: body.text };
    case 'choice':
      return body;
    case 'location': {
      const { text: _derived, ...place } = body;
      return place;
    }
    case 'files':
      return {
        type: 'files',
        text: body.text,
        attachmentIds: body.attachments.map((one) => one.attachmentId),
      };
    case 'carousel':
    case 'unsupported':
      return undefined;
  }
}

function checkBody(
  body: Exclude<OutgoingBody, { type: 'files' }>,
  { limits, features }: SessionFacts,
): ChatClientError | undefined {
  if (body.type === 'text') return checkText(body.text, limits.textLength, 1);
  if (body.type === 'location' && !features.richMedia)
    return new ChatClientError('not-supported', 'This conversation carries text only');
  return undefined;
}

function checkFiles(
  { files, text = '' }: Extract<Draft, { files: readonly File[] }>,
  { limits, features }: SessionFacts,
): ChatClientError | undefined {
  if (!features.files || files.length === 0)
    return new ChatClientError('not-supported', 'This conversation carries text only');
  for (const { name, size } of files) {
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (!limits.fileTypes.includes(ending))
      return new ChatClientError('file-type-refused', `Files of the type "${ending}" are not accepted`);
    if (size > limits.fileBytes)
      return new ChatClientError('too-large', `A file may have at most ${limits.fileBytes} bytes`);
  }
  return checkText(text, limits.textLength, 0);
}

function checkText(text: string, max: number, min: number): ChatClientError | undefined {
  if (text.length >= min && text.length <= max) return undefined;
  const why = text.length > max ? `at most ${max} characters` : 'at least one character';
  return new ChatClientError('too-long', `A message has ${why}`);
}
