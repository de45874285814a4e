import { createContext, useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { MessageBodyViewProps } from './messageBodyProps.ts';

const OwnCardsContext = createContext<RenderOwnCard | undefined>(undefined);

/** Draws some messages of the lists below it in the application's own way. Keep `render` at one reference. */
export function OwnCards({ render, children }: OwnCardsProps): ReactElement {
  return <OwnCardsContext.Provider value={render}>{children}</OwnCardsContext.Provider>;
}

/** Properties of `OwnCards`. */
export interface OwnCardsProps {
  readonly render: RenderOwnCard;
  readonly children?: ReactNode;
}

/** What stands for what a message says, inside its row; undefined leaves it to the list. Hooks belong into what it returns. */
export type RenderOwnCard = (
  facts: Pick<MessageBodyViewProps, 'message' | 'chosen' | 'locked' | 'onAction'>,
) => ReactElement | undefined;

/** The application's own drawing of a message, if it has one. */
export function useOwnCard(props: MessageBodyViewProps): ReactElement | undefined {
  return useContext(OwnCardsContext)?.(props);
}
