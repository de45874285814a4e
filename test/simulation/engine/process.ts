/** Something that can stand still or die without a word: a tab, the connector, the contact centre. */
export class Process {
  readonly name: string;
  alive = true;
  frozen = false;
  /** What came while it was frozen. */
  readonly parked: Due[] = [];
  /** Whom to tell of the death: whoever is connected. */
  readonly onDeath = new Set<() => void>();
  /** How far its wall clock is off. */
  skewMs: number;

  constructor(name: string, skewMs = 0) {
    this.name = name;
    this.skewMs = skewMs;
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const { orElse } of this.parked.splice(0)) orElse?.();
    for (const tell of [...this.onDeath]) tell();
    this.onDeath.clear();
  }
}

/** Something that will happen. */
export interface Due {
  readonly atMs: number;
  readonly order: number;
  readonly owner: Process;
  readonly label: string;
  /** Undefined once it has happened or was called off. */
  run: (() => void) | undefined;
  /** What happens instead where the owner has died. */
  readonly orElse: (() => void) | undefined;
}
