/** Locks that all tabs of a browser profile share. */
export interface TabLocks {
  /**
   * Asks for the lock; whoever asks waits in line. `onHeld`: it is ours now. `onLost`, once: another has stolen it, or it
   * cannot be had at all (then `onHeld` was never called). Answers the way to give it back, or to stop asking.
   * @param steals takes it from whoever holds it.
   */
  request(name: string, listener: TabLockListener, steals?: boolean): () => void;
}

/** Who asks for a lock. */
export interface TabLockListener {
  onHeld(): void;
  onLost(): void;
}

/** A way to speak to all other tabs: what is posted is copied, and heard by everybody but the one who posts. */
export interface TabChannel {
  post(message: unknown): void;
  close(): void;
}

/** Opens the channel of this name. */
export type OpenTabChannel = (name: string, onMessage: (message: unknown) => void) => TabChannel;
