import { styled } from 'styled-components';
import { MessageList } from '../../components/index.ts';

/** The message list of this side of the line: what we offer under our own words stands on our side. */
export const Transcript = styled(MessageList)`
  & [data-side='own'] [role='group'],
  & [data-side='own'] [role='group'] > ul {
    justify-content: safe flex-end;
  }
`;
