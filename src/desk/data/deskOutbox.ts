import { uuidV7 } from '../../lib/index.ts';
import type { Clock, Random } from '../../lib/index.ts';
import type { DeskOutgoingContent } from '../../protocol/desk/index.ts';
import type { DeskClient } from './deskClient.ts';
import { faultCode } from './deskFault.ts';
import type { PendingContent, PendingMessage } from './deskState.ts';
import type { DeskStore } from './deskStore.ts';

/** Sending: one at a time per conversation, in the order of composing; what fails stays until a person decides. */
export interface DeskOutbox {
  /** Shows it at once, then sends it. Resolves with whether the contact centre has it. */
  send(id: string, content: TextContent): Promise<boolean>;
  /** Uploads, then sends. `previewUrl` of an image is the caller's to make and to revoke. */
  sendFiles(id: string, files: readonly DeskFile[], caption: string): Promise<boolean>;
  /** The same id again: what had arrived after all is not doubled. */
  resend(id: string, clientMessageId: string): Promise<boolean>;
  discard(id: string, clientMessageId: string): void;
}

/** A file on its way up. */
export interface DeskFile {
  readonly file: File;
  /** An object URL, where it is an image. */
  readonly previewUrl?: string;
}

/** Text with quick replies, buttons, a location request or cards. */
export type TextContent = Extract<PendingContent, { readonly kind: 'text' }>;

/** @param parts the signed-in client and the store that shows the result. */
export function createDeskOutbox(parts: OutboxParts): DeskOutbox {
  const { client, store, clock, random } = parts;
  const lines = new Map<string, Promise<unknown>>();
  const files = new Map<string, readonly File[]>();

  const deliver = async (id: string, { clientMessageId, content }: PendingMessage): Promise<boolean> => {
    try {
      const outgoing = await uploaded(client, content, files.get(clientMessageId) ?? []);
      const message = await client.send(id, { clientMessageId, content: outgoing });
      files.delete(clientMessageId);
      store.fold({ type: 'event', event: { type: 'message', id, message }, atMs: clock.now() });
      return true;
    } catch (fault) {
      store.fold({ type: 'send-failed', id, clientMessageId });
      if (faultCode(fault) === 'signed-out') parts.onSignedOut();
      return false;
    }
  };
  const post = (id: string, message: PendingMessage): Promise<boolean> => {
    store.fold({ type: 'composed', id, message });
    const sent = (lines.get(id) ?? Promise.resolve()).then(() => deliver(id, message));
    lines.set(id, sent);
    return sent;
  };
  const compose = (content: PendingContent): PendingMessage => ({
    clientMessageId: uuidV7(clock.now(), random),
    content,
    atMs: clock.now(),
    status: 'sending',
  });

  return {
    send: (id, content) => post(id, compose(content)),
    sendFiles(id, chosen, caption) {
      const shown = chosen.map(({ file, previewUrl }) => ({
        name: file.name,
        sizeBytes: file.size,
        contentType: file.type || 'application/octet-stream',
        ...(previewUrl !== undefined && { previewUrl }),
      }));
      const message = compose({ kind: 'files', ...(caption !== '' && { caption }), files: shown });
      files.set(
        message.clientMessageId,
        chosen.map(({ file }) => file),
      );
      return post(id, message);
    },
    resend(id, clientMessageId) {
      const pending = store.readable.getState().conversations[id]?.pending;
      const message = pending?.find((each) => each.clientMessageId === clientMessageId);
      return message ? post(id, { ...message, status: 'sending' }) : Promise.resolve(false);
    },
    discard(id, clientMessageId) {
      files.delete(clientMessageId);
      store.fold({ type: 'removed', id, clientMessageId });
    },
  };
}

/** What the outbox works with. */
export interface OutboxParts {
  readonly client: DeskClient;
  readonly store: DeskStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly onSignedOut: () => void;
}

async function uploaded(
  client: DeskClient,
  content: PendingContent,
  files: readonly File[],
): Promise<DeskOutgoingContent> {
  if (content.kind === 'text') return content;
  const attachments = await Promise.all(files.map((file) => client.upload(file)));
  return {
    kind: 'files',
    ...(content.caption !== undefined && { caption: content.caption }),
    attachmentIds: attachments.map((each) => each.attachmentId),
  };
}
