import { decode, uuidV4, type Clock, type Random, type Timer } from '../../lib/index.ts';
import type { OpenRecords } from '../ports/keptRecords.ts';
import type { TabLocks } from '../ports/tabPorts.ts';

/** A lease is good for so long, and renewed this often. By the wall clock, which all tabs share. */
export const LEASE = { lastsMs: 1500, renewedEveryMs: 500 } as const;

/**
 * Locks for pages that have none (no https): a record that says who holds it until when. A holder that is late finds
 * another's name in it and stops; what it did meanwhile the fence of the outbox keeps out.
 */
export function leaseLocks(openRecords: OpenRecords, clock: Clock, random: Random): TabLocks {
  let table: ReturnType<OpenRecords> | undefined;
  return {
    request(name, { onHeld, onLost, onRefused }, steals = false) {
      const key = `${name}|lease`;
      const self = uuidV4(random);
      let isHeld = false;
      let isOver = false;
      let timer: Timer | undefined;
      const claim = (lastsMs: number, takes: boolean): Promise<boolean> => {
        table ??= openRecords();
        return table.then((records) =>
          records.change([key], ([found]) => {
            const lease = decode.isRecord(found) ? found : {};
            const isFree = !(Number(lease['untilMs']) > clock.now());
            const answer = lease['holder'] === self || (!isHeld && (isFree || takes));
            const mine = { holder: self, untilMs: clock.now() + lastsMs };
            return { writes: answer ? { [key]: mine } : {}, answer };
          }),
        );
      };
      const turn = async (): Promise<void> => {
        const isMine = await claim(LEASE.lastsMs, steals && !isHeld);
        if (isOver) return isMine ? void (await claim(0, false)) : undefined;
        if (isHeld && !isMine) {
          isOver = true;
          return onLost();
        }
        timer = clock.after(LEASE.renewedEveryMs, next);
        if (isHeld === isMine) return;
        isHeld = true;
        onHeld();
      };
      const next = (): void =>
        void turn().catch(() => {
          if (isOver) return;
          isOver = true; // no records: nobody can be known, so everybody stands alone
          onRefused();
        });
      next();
      return () => {
        if (isOver) return;
        isOver = true;
        clock.clear(timer);
        if (isHeld) claim(0, false).catch(() => undefined);
      };
    },
  };
}
