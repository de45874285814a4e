import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { decodeSessionLog, SessionLogError } from '../../../src/recording/index.ts';
import type { SessionLog } from '../../../src/recording/index.ts';
import { Player } from '../../player/Player.tsx';
import { sessionTape } from '../../player/sessionTape.ts';
import { LogPicker } from './LogPicker.tsx';

/** A session that somebody recorded, in the real chat: a bug report to look at. One's own log can be put in its place. */
export function ReplayPage({ file, name = 'report.json' }: ReplayPageProps): ReactElement {
  const [shown, setShown] = useState<Shown>(() => ({ name, log: decodeSessionLog(file) }));
  const [fault, setFault] = useState<string>();
  const tape = useMemo(() => sessionTape(shown.log), [shown.log]);
  const open = async (chosen: File): Promise<void> => {
    try {
      setShown({ name: chosen.name, log: decodeSessionLog(await chosen.text()) });
      setFault(undefined);
    } catch (error) {
      // What is shown stays: a wrong file takes nothing away.
      if (!(error instanceof SessionLogError)) throw error;
      setFault(`${chosen.name}: ${error.message}`);
    }
  };
  return (
    <Player
      tape={tape}
      title="Replay of a report"
      lead="A real session as it was told to its page: redacted, and at its own times. Nothing of it asks a server."
    >
      <LogPicker name={shown.name} log={shown.log} fault={fault} onOpen={(chosen) => void open(chosen)} />
    </Player>
  );
}

/** Properties of `ReplayPage`. */
export interface ReplayPageProps {
  /** The text of a log's file. */
  readonly file: string;
  /** Default `report.json`. */
  readonly name?: string | undefined;
}

interface Shown {
  readonly name: string;
  readonly log: SessionLog;
}
