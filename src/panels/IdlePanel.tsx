import type { ReactElement } from 'react';
import { IdleWarning } from '../components/index.ts';
import { useIdleWarning } from '../hooks/index.ts';
import { CardPlace } from './panelStyles.ts';

/** The card above the composer that asks whether anybody is still there; nothing otherwise. */
export function IdlePanel(): ReactElement | null {
  const { warning, stay } = useIdleWarning();
  if (!warning) return null;
  return (
    <CardPlace>
      <IdleWarning endsAtMs={warning.endsAtMs} graceMs={warning.graceMs} onStay={stay} />
    </CardPlace>
  );
}
