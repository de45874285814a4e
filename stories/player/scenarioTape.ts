import { openScenario } from '../../src/testing/index.ts';
import type { BegunStep, Scenario, ScenarioOptions, ScenarioStep } from '../../src/testing/index.ts';
import { actorOf, describeStep } from './describeStep.ts';
import type { Tape, TapeStep } from './tape.ts';

/** The moment of all scenarios: 21 November 2026, 14:05 UTC. */
const START_MS = Date.UTC(2026, 10, 21, 14, 5);
/** What a viewer needs to see what a step has done, and how long somebody writes. */
const REST_MS = 1_600;
/** The empty page is seen before somebody speaks. */
const LEAD_MS = 800;
/** A longer silence is shown in so long, the time going by as fast as it must. */
const LONGEST_SILENCE_MS = 4_000;
/** A silence goes by in steps that no heartbeat falls between. */
const STRIDE_MS = 2_000;

/** A script as a tape. A pause longer than four seconds is shown in four. */
export function scenarioTape(script: readonly ScenarioStep[], options: ScenarioOptions = {}): Tape {
  let endMs = LEAD_MS;
  const parts = script.map((step): Part => {
    const lastsMs = 'forMs' in step ? step.forMs : REST_MS;
    const shownMs = step.who === 'nobody' ? Math.min(lastsMs, LONGEST_SILENCE_MS) : lastsMs;
    const atMs = endMs;
    endMs += shownMs;
    return { step, atMs, shownMs, pace: lastsMs / shownMs, who: actorOf(step), label: describeStep(step) };
  });
  return {
    lengthMs: endMs,
    steps: parts,
    async open() {
      const scenario = await openScenario({ startMs: START_MS, ...options });
      const playing = play(scenario, parts);
      return {
        client: scenario.client,
        baseUrl: scenario.center.baseUrl,
        now: scenario.clock.now,
        moveTo: playing,
        stop: scenario.stop,
      };
    },
  };
}

interface Part extends TapeStep {
  readonly step: ScenarioStep;
  readonly shownMs: number;
  /** How much faster than it is shown time goes by. */
  readonly pace: number;
}

/** Plays on to a place: steps in between are begun and ended in their order. */
function play(scenario: Scenario, parts: readonly Part[]): (toMs: number) => Promise<void> {
  const left = [...parts];
  const waitUntil = (clockMs: number): Promise<void> =>
    scenario.center.advance(clockMs - scenario.clock.monotonic(), STRIDE_MS);
  let begun: BegunStep | undefined;
  let begunAtMs = 0;
  return async (toMs) => {
    for (let part = left[0]; part && part.atMs <= toMs; part = left[0]) {
      if (!begun) {
        begunAtMs = scenario.clock.monotonic();
        begun = await scenario.begin(part.step);
      }
      const shownMs = Math.min(toMs - part.atMs, part.shownMs);
      await waitUntil(begunAtMs + Math.round(shownMs * part.pace));
      if (shownMs < part.shownMs) return;
      await begun.end();
      begun = undefined;
      left.shift();
    }
  };
}
