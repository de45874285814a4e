import type { DeskAction } from '../../protocol/desk/index.ts';
import type { ScriptedAgent } from '../center/scriptedAgent.ts';
import type { ScenarioStep } from './scenarioSteps.ts';

/** The agent's part of a script. */
export async function playAgent(
  agent: ScriptedAgent,
  step: Extract<ScenarioStep, { readonly who: 'agent' }>,
): Promise<void> {
  if (step.does === 'says') await agent.says(step.text, repliesOf(step.replies));
  else if (step.does === 'sends') await agent.sends(step.cards, step.text);
  else if (step.does === 'accepts') await agent.accept();
  else await agent[step.does]();
}

/** The quick replies of a line, as the desk writes them. */
function repliesOf(texts: readonly string[]): readonly DeskAction[] {
  return texts.map((text) => ({ type: 'reply', text, payload: text }));
}
