/** A line that Orca said: `announced` from a live region, or `read` because the person went somewhere. */
export interface Utterance {
  readonly text: string;
  readonly how: 'announced' | 'read';
}

/** Reads Orca's debug log (version 43) as it grows: each call takes the next piece and gives what it adds to what was said. */
export function createTranscript(): (piece: string) => Utterance[] {
  let rest = '';
  let isAnnouncing = false;
  return (piece) => {
    const said: Utterance[] = [];
    const records = (rest + piece).split(/\n(?! {18})/);
    // The last one may still grow.
    rest = records.pop() ?? '';
    for (const record of records) {
      if (record.includes('vvvvv PRESENT LIVE REGION MESSAGE vvvvv')) isAnnouncing = true;
      if (record.includes('^^^^^ PRESENT LIVE REGION MESSAGE ^^^^^')) isAnnouncing = false;
      const how = isAnnouncing ? 'announced' : 'read';
      for (const line of (SPOKEN.exec(record)?.[1] ?? '').split('\n')) {
        const text = line.replace(/\s+/g, ' ').trim();
        if (text !== '') said.push({ text, how });
      }
    }
    return said;
  };
}

/** `17:09:22.356190 - SPEECH OUTPUT: 'words'{'established': False}`, the voice named or not. */
const SPOKEN = /^\d\d:\d\d:\d\d\.\d+ - SPEECH OUTPUT: '([^]*)'(?: voice=\w+)?\s*(?:\{.*\}|None)?\s*$/;
