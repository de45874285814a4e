import type { ReactElement } from 'react';
import { Button } from '../../components/index.ts';
import type { MatchRule } from '../../protocol/desk/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { SelectField, TextField } from '../parts/Field.tsx';
import { joinPairs, splitList, splitPairs } from './formText.ts';

/** Context rules, one under the other: when these parameters, then this queue and these attributes. */
export function RulesField({ rules, queues, error, onChange }: RulesFieldProps): ReactElement {
  const { words } = useDeskSpeech();
  const { fields, hints, options, ...admin } = words.admin;
  const change = (at: number, next: Partial<RuleDraft>): void =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...next } : rule)));
  return (
    <fieldset>
      <legend>{fields.rules}</legend>
      <small>{hints.rules}</small>
      {error && <strong role="alert">{error}</strong>}
      {rules.map((rule, at) => (
        <fieldset key={at}>
          <TextField
            label={admin.when}
            placeholder="page=checkout, tier=gold"
            value={rule.when}
            onText={(when) => change(at, { when })}
          />
          <SelectField
            label={fields.queueId}
            value={rule.queueId}
            options={[['', options.none], ...queues]}
            onText={(queueId) => change(at, { queueId })}
          />
          <TextField
            label={fields.requiredAttributes}
            value={rule.attributes}
            onText={(attributes) => change(at, { attributes })}
          />
          <Button tone="text" onClick={() => onChange(rules.filter((_, index) => index !== at))}>
            {admin.removeRule}
          </Button>
        </fieldset>
      ))}
      <Button tone="text" onClick={() => onChange([...rules, { when: '', queueId: '', attributes: '' }])}>
        {admin.addRule}
      </Button>
    </fieldset>
  );
}

/** Properties of `RulesField`. */
export interface RulesFieldProps {
  readonly rules: readonly RuleDraft[];
  /** Queues of the other integrations: id and name. */
  readonly queues: readonly (readonly [string, string])[];
  readonly error?: string | undefined;
  readonly onChange: (rules: readonly RuleDraft[]) => void;
}

/** A rule as it is typed. */
export interface RuleDraft {
  readonly when: string;
  /** Empty: the integration's own. */
  readonly queueId: string;
  readonly attributes: string;
}

/** Rules as they are typed. */
export function rulesDraft(rules: readonly MatchRule[]): readonly RuleDraft[] {
  return rules.map(({ when, queueId = '', requiredAttributes }) => ({
    when: joinPairs(when),
    queueId,
    attributes: requiredAttributes.join(', '),
  }));
}

/** Rules as they are sent; one without a condition would catch everything, and is left out. */
export function rulesBody(rules: readonly RuleDraft[]) {
  return rules
    .filter((rule) => rule.when.trim() !== '')
    .map(({ when, queueId, attributes }) => ({
      when: splitPairs(when),
      ...(queueId !== '' && { queueId }),
      requiredAttributes: splitList(attributes),
    }));
}
