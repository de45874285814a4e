/** Locks that all tabs of a browser profile share. */
export interface TabLocks {
  /**
   * Asks for the lock; whoever asks waits in line. `onHeld`: it is ours now. `onLost`: another has stolen it,
   * perhaps before we knew that it was ours. `onRefused`: there are no locks here. Each at most once, and none after the
   * answer was called, which gives it back or stops asking.
   * @param steals takes it from whoever holds it.
   */
  request(name: string, listener: TabLockListener, steals?: boolean): () => void;
}

/** Who asks for a lock. */
export interface TabLockListener {
  onHeld(): void;
  onLost(): void;
  onRefused(): void;
}

/** A way to speak to all other tabs: what is posted is copied, and heard by everybody but the one who posts. */
export interface TabChannel {
  post(message: unknown): void;
  close(): void;
}

/** Opens the channel of this name. */
export type OpenTabChannel = (name: string, onMessage: (message: unknown) => void) => TabChannel;
