import type { ReactElement, ReactNode } from 'react';
import { inspectorWords } from '../locales/index.ts';

/** One fact of a list; what is not known says so. `code`: an id, written from left to right in every language. */
export function Fact({ name, children, code = false }: FactProps): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-known={children !== undefined}>
        {children === undefined ? (
          inspectorWords.unknown
        ) : code ? (
          <code dir="ltr">{children}</code>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}

/** Properties of `Fact`. */
export interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly code?: boolean;
}
