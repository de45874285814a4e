import type { FaultPlan } from '../center/faultPlan.ts';
import type { ScenarioStep } from './scenarioSteps.ts';

/** What a script does to the line. A line that `drops` is down until somebody lets it through again. */
export function playLine(faults: FaultPlan, step: Extract<ScenarioStep, { readonly who: 'line' }>): void {
  switch (step.does) {
    case 'drops':
    case 'breaks':
      faults.refuse(true);
      break;
    case 'returns':
      faults.refuse(false);
      break;
    case 'slows':
      faults.delay(step.byMs);
      break;
    case 'refusesFiles':
    case 'takesFiles':
      faults.refuseFiles(step.does === 'refusesFiles');
      break;
  }
}
