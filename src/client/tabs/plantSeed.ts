import type { Seed } from '../live/seed.ts';
import type { Parts } from '../parts.ts';

/** Lets the parts of a new client go on from a seed. Every row of the state stands in for what was read to make it. */
export function plantSeed({ inbox, history, session }: Parts, { state, cursor }: Seed): void {
  if (cursor) inbox.setCursor(cursor);
  if (state.facts) session.resume(state.facts.sessionId);
  for (const engagement of Object.values(state.engagements)) {
    const { engagementId, timeline, epoch, headSeq } = engagement;
    const gaps = timeline.filter((item) => item.kind === 'gap');
    inbox.open({ engagementId, head: { epoch, seq: headSeq } }, gaps);
    history.adopt(engagement);
  }
}
