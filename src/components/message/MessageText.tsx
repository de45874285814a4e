import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { TextFormat } from '../../protocol/index.ts';
import { withRef } from '../base/withRef.ts';
import { TextBlocks, textStyle } from './TextBlocks.tsx';

/**
 * The words of a message as React nodes; never HTML. Each block finds its own direction, so an Arabic sentence
 * in an English chat reads as it should.
 */
export const MessageText = withRef<HTMLDivElement, MessageTextProps>(
  'MessageText',
  ({ text, format = 'plain', ...rest }, ref) => (
    <Root ref={ref} {...rest}>
      <TextBlocks text={text} format={format} />
    </Root>
  ),
);

/** Properties of `MessageText`; the rest goes to its `div`. */
export interface MessageTextProps extends HTMLAttributes<HTMLDivElement> {
  readonly text: string;
  /** Default `plain`: only addresses become links. */
  readonly format?: TextFormat | undefined;
}

const Root = styled.div`
  ${textStyle}
`;
