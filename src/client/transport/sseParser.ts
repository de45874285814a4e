/** Reads `text/event-stream` as it comes, in pieces of any size (WHATWG HTML, section 9.2). */
export interface SseParser {
  /** Takes the next bytes; calls back for each event that they complete. */
  push(bytes: Uint8Array): void;
}

/**
 * @param onData the joined `data:` lines of one event; other fields are not needed, for each frame holds its own.
 * @param maxBytes longest event taken; a longer one throws, for the far end is none of ours. Default 1 MiB.
 */
export function createSseParser(onData: (data: string) => void, maxBytes = 1_048_576): SseParser {
  const decoder = new TextDecoder(); // keeps a character that is cut in two, and drops the byte order mark
  let rest = '';
  let data: string[] = [];
  let heldLength = 0;

  const takeLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) onData(data.join('\n'));
      data = [];
      heldLength = 0;
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    if (field !== 'data') return;
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    heldLength += value.length;
    data.push(value);
  };

  return {
    push(bytes) {
      rest += decoder.decode(bytes, { stream: true });
      // A CR at the very end may be half of a CRLF: it waits for what follows.
      const lines = /\r\n|\n|\r(?!$)/;
      for (let end = lines.exec(rest); end; end = lines.exec(rest)) {
        const line = rest.slice(0, end.index);
        rest = rest.slice(end.index + end[0].length);
        takeLine(line);
      }
      if (rest.length + heldLength > maxBytes) throw new RangeError('The event is too long');
    },
  };
}
