/** One event of a `text/event-stream`. */
export interface SseFrame {
  /** `last-event-id` from which a new stream goes on; absent where the server gave none. */
  readonly id?: string;
  /** `message` where the server named none. */
  readonly event: string;
  readonly data: string;
}

/** Takes text as it arrives, in any pieces, and yields the frames that are whole (HTML standard, 9.2.6). */
export function createSseFrames(): (chunk: string) => readonly SseFrame[] {
  let rest = '';
  let draft: Draft = { data: [] };

  return (chunk) => {
    const frames: SseFrame[] = [];
    const text = rest + chunk;
    // A lone CR at the end may be the first half of CRLF: it waits for the next piece.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (draft.data.length > 0) frames.push(frameOf(draft));
        draft = { data: [] };
      } else draft = withLine(draft, line);
    }
    return frames;
  };
}

interface Draft {
  readonly id?: string;
  readonly event?: string;
  readonly data: readonly string[];
}

function withLine(draft: Draft, line: string): Draft {
  const colon = line.indexOf(':');
  if (colon === 0) return draft; // a comment: the server's beat
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'data') return { ...draft, data: [...draft.data, value] };
  if (field === 'id') return { ...draft, id: value };
  return field === 'event' ? { ...draft, event: value } : draft;
}

function frameOf({ id, event, data }: Draft): SseFrame {
  return { ...(id !== undefined && { id }), event: event ?? 'message', data: data.join('\n') };
}
