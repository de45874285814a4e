import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../components/index.ts';
import { inspectorWords } from '../locales/index.ts';
import { redact } from './redact.ts';
import { writeMoment } from './spans.ts';
import type { TracedEvent } from './traceFacts.ts';

/** The last events, newest first: filtered by what they say, copied without what is secret. */
export function EventsPart({ events, onCopy = toClipboard }: EventsPartProps): ReactElement {
  const { events: words } = inspectorWords;
  const [filter, setFilter] = useState('');
  const [texts, setTexts] = useState(false);
  const filterId = useId();
  const rows = events.map((each) => ({
    ...each,
    json: JSON.stringify(redact(each.event, { texts }), null, 2),
  }));
  const shown = rows.filter(({ json }) => json.toLowerCase().includes(filter.trim().toLowerCase()));
  const { copy, note } = useCopy(shown, texts, onCopy);
  return (
    <section aria-label={words.heading}>
      <h3>{words.heading}</h3>
      <div data-tools="">
        <label htmlFor={filterId}>{words.filter}</label>
        <input
          id={filterId}
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={texts}
            onChange={(event) => setTexts(event.currentTarget.checked)}
          />
          {words.texts}
        </label>
        <Button onClick={() => void copy()} disabled={shown.length === 0}>
          {words.copy}
        </Button>
        <span role="status">{note}</span>
      </div>
      {events.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <p>{words.shown(shown.length, events.length)}</p>
          <ol aria-label={words.heading} tabIndex={0}>
            {shown.toReversed().map((each) => (
              <Row key={each.number} {...each} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

interface EventsPartProps {
  readonly events: readonly TracedEvent[];
  readonly onCopy: ((json: string) => Promise<void> | void) | undefined;
}

function useCopy(
  shown: readonly TracedEvent[],
  texts: boolean,
  onCopy: (json: string) => Promise<void> | void,
): { readonly copy: () => Promise<void>; readonly note: string } {
  const { copied, failed } = inspectorWords.events;
  const [note, setNote] = useState('');
  const copy = async (): Promise<void> => {
    const list = shown.map(({ number, atMs, event }) => ({
      number,
      at: new Date(atMs).toISOString(),
      event: redact(event, { texts }),
    }));
    try {
      await onCopy(JSON.stringify(list, null, 2));
      setNote(copied(list.length));
    } catch {
      setNote(failed);
    }
  };
  return { copy, note };
}

function Row({ atMs, event, json }: RowProps): ReactElement {
  return (
    <li>
      <details>
        <summary>
          <time dateTime={new Date(atMs).toISOString()}>{writeMoment(atMs)}</time> <b>{event.type}</b>{' '}
          <span>{summaryOf(event)}</span>
        </summary>
        <pre dir="ltr" tabIndex={0}>
          {json}
        </pre>
      </details>
    </li>
  );
}

interface RowProps extends TracedEvent {
  readonly json: string;
}

function summaryOf(event: TracedEvent['event']): string {
  const parts = [
    event.type === 'ENTRY' && `${event.entry.type} ${event.entry.seq}`,
    'reason' in event && event.reason,
    'code' in event && event.code,
    event.relayed && inspectorWords.events.relayed,
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}

async function toClipboard(json: string): Promise<void> {
  await navigator.clipboard.writeText(json);
}
