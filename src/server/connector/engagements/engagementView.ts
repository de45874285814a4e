import { asId, type Epoch, type WireEngagement } from '../../../protocol/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { readHead } from '../log/logBook.ts';
import type { SessionRecord } from '../sessions/sessionRecord.ts';
import type { EngagementRecord } from './engagementRecord.ts';

/** An engagement as this session sees it. */
export async function engagementView(
  rows: Transaction,
  engagement: EngagementRecord,
  session: SessionRecord,
): Promise<WireEngagement> {
  const { engagementId, dialogId, status, kind, createdAt, lastUpdatedAt, participants } = engagement;
  const head = (await readHead(rows, engagementId)) ?? { epoch: asId<Epoch>('none'), seq: 0 };
  return {
    engagementId,
    dialogId,
    status,
    kind,
    createdAt,
    lastUpdatedAt,
    participants,
    head,
    joined: Object.hasOwn(session.joined, engagementId),
    ...(engagement.readUpToSeq === undefined ? {} : { readUpToSeq: engagement.readUpToSeq }),
  };
}
