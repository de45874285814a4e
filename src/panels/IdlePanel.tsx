import type { ReactElement } from 'react';
import { IdleWarning } from '../components/index.ts';
import { useIdleWarning } from '../hooks/index.ts';
import { CardPlace } from './panelStyles.ts';

/** The card above the composer that asks whether anybody is still there; nothing otherwise. */
export function IdlePanel({ asking = false }: IdlePanelProps): ReactElement | null {
  const { warning, stay } = useIdleWarning();
  if (!warning) return null;
  return (
    <CardPlace>
      <IdleWarning endsAtMs={warning.endsAtMs} graceMs={warning.graceMs} onStay={asking ? undefined : stay} />
    </CardPlace>
  );
}

/** Properties of `IdlePanel`. */
export interface IdlePanelProps {
  /** The question before the end stands under it and has the same answer: one button is enough. Default false. */
  readonly asking?: boolean;
}
