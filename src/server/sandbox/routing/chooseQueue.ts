import type { Integration } from '../../../protocol/desk/index.ts';

/** Where a conversation waits, and what its agent must have. */
export interface QueueChoice {
  readonly queueId: string;
  readonly requiredAttributes: readonly string[];
}

/** The integration's own queue, unless the first context matching rule that fits says otherwise. */
export function chooseQueue(
  integration: Integration,
  parameters: Readonly<Record<string, string>>,
): QueueChoice {
  const rule = integration.rules.find(({ when }) =>
    Object.entries(when).every(([name, value]) => parameters[name] === value),
  );
  const attributes = [...integration.requiredAttributes, ...(rule?.requiredAttributes ?? [])];
  return {
    queueId: rule?.queueId ?? integration.integrationId,
    requiredAttributes: [...new Set(attributes)],
  };
}

/** Session and engagement parameters together; the engagement's win. */
export function mergedParameters(dialog: {
  readonly sessionParameters: Readonly<Record<string, string>>;
  readonly engagementParameters: Readonly<Record<string, string>>;
}): Readonly<Record<string, string>> {
  return { ...dialog.sessionParameters, ...dialog.engagementParameters };
}
