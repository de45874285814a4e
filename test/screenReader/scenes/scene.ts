import type { Stage } from '../support/stage.ts';

/** A conversation from one end to the other, told as journeys: each of them is one row of the report. */
export interface Scene {
  readonly name: string;
  /** As in the shop's query; default its messaging integration. */
  readonly integration?: string;
  readonly journeys: readonly string[];
  /** Goes through the journeys in the order of their names. */
  play(stage: Stage, journey: Journey): Promise<void>;
}

/** Plays one journey: what it throws is its failure, and the end of the scene. */
export type Journey = (name: string, task: () => Promise<void>) => Promise<void>;
