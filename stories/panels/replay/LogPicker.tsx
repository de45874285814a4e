import { useId, useState } from 'react';
import type { DragEvent, ReactElement } from 'react';
import { styled } from 'styled-components';
import type { SessionLog } from '../../../src/recording/index.ts';
import { token } from '../../../src/theme/index.ts';

/** Says which log is shown, and takes another one: chosen, or dropped here. */
export function LogPicker({ name, log, fault, onOpen }: LogPickerProps): ReactElement {
  const [isOver, setIsOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onOpen(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <Root
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p>
        <strong dir="auto">{name}</strong>
        <small>{factsOf(log)}</small>
      </p>
      <label htmlFor={id}>
        Open a log
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file may be chosen again after it was changed.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <small>or drop it here. It stays in this tab.</small>
      {fault !== undefined && <Fault role="alert">{fault}</Fault>}
    </Root>
  );
}

/** Properties of `LogPicker`. */
export interface LogPickerProps {
  /** Of the file that is shown. */
  readonly name: string;
  readonly log: SessionLog;
  /** Why the last file was not taken. */
  readonly fault: string | undefined;
  readonly onOpen: (file: File) => void;
}

function factsOf({ startedAtMs, lengthMs, events, redaction, isCut }: SessionLog): string {
  const begun = new Date(startedAtMs).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `${begun} UTC`,
    `${Math.round(lengthMs / 1_000)} s`,
    `${events.length} events`,
    redaction === 'default' ? 'redacted' : 'redacted by a rule of its own',
    ...(isCut ? ['not all of it is here'] : []),
  ].join(' · ');
}

const Root = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${token('space3')} ${token('space4')};
  margin-block-start: ${token('space5')};
  padding: ${token('space4')} ${token('space5')};
  border: 1px dashed ${token('outline')};
  border-radius: ${token('radiusCard')};

  &[data-over='true'] {
    border-color: ${token('accentText')};
    background: ${token('accentSoft')};
  }
  p {
    flex: 1 1 240px;
    margin: 0;
  }
  strong {
    display: block;
    overflow-wrap: anywhere;
    text-align: match-parent;
  }
  small {
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
  }
  label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: max(36px, ${token('target')});
    padding: 0 ${token('space5')};
    border: 1px solid ${token('outline')};
    border-radius: calc(${token('radius')} * 100);
    font-weight: ${token('weightMedium')};
    cursor: pointer;
  }
  label:hover {
    background: ${token('hover')};
  }
  label:focus-within {
    outline: 2px solid ${token('accentText')};
    outline-offset: 2px;
  }
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
`;

const Fault = styled.div`
  flex: 1 1 100%;
  color: ${token('danger')};
  overflow-wrap: anywhere;
`;
