import { styled } from 'styled-components';
import { MessageList } from '../../components/index.ts';

/** The message list of this side of the line: what we offer under our own words stands on our side. */
export const Transcript = styled(MessageList)`
  & [data-side='own'] [role='group'],
  & [data-side='own'] [role='group'] > ul {
    justify-content: safe flex-end;
  }
  /* The room that a track keeps for its last card is for many. */
  & [data-side='own'] [role='group'] > ul:not(:has(> li + li)) {
    padding-inline-end: 1px;
    margin-inline-end: 0;
  }
`;
