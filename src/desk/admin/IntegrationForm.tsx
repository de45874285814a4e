import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Integration } from '../../protocol/desk/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { CheckField, SelectField, TextField } from '../parts/Field.tsx';
import { FormBody } from '../parts/FormBody.ts';
import { splitList } from './formText.ts';
import { HoursField, hoursBody, hoursDraft } from './HoursField.tsx';
import { RulesField, rulesBody, rulesDraft } from './RulesField.tsx';
import type { FieldFaults, SectionFormProps } from './section.ts';
import { useCollection } from './useCollection.ts';

/** An integration: where it comes in, how it goes on, who may take it, when. */
export function IntegrationForm({
  formId,
  client,
  item,
  faults,
  onSubmit,
}: SectionFormProps<Integration>): ReactElement {
  const { words } = useDeskSpeech();
  const { fields, hints } = words.admin;
  const queues = useCollection(client.integrations).items.filter(
    (each) => each.integrationId !== item?.integrationId,
  );
  const [draft, setDraft] = useState(() => draftOf(item));
  const change = (next: Partial<Draft>): void => setDraft({ ...draft, ...next });
  return (
    <FormBody
      id={formId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(bodyOf(draft));
      }}
    >
      <TextField
        label={fields.name}
        error={faults.name}
        value={draft.name}
        autoComplete="off"
        onText={(name) => change({ name })}
      />
      <Entry client={client} draft={draft} faults={faults} onChange={change} />
      <TextField
        label={fields.requiredAttributes}
        hint={hints.requiredAttributes}
        error={faults.requiredAttributes}
        value={draft.requiredAttributes}
        onText={(requiredAttributes) => change({ requiredAttributes })}
      />
      <TextField
        label={fields.alertSeconds}
        hint={hints.alertSeconds}
        error={faults.alertSeconds}
        type="number"
        min={1}
        max={600}
        value={draft.alertSeconds}
        onText={(alertSeconds) => change({ alertSeconds })}
      />
      <CheckField label={fields.enabled} checked={draft.enabled} onCheck={(enabled) => change({ enabled })} />
      <RulesField
        rules={draft.rules}
        queues={queues.map((each) => [each.integrationId, each.name])}
        error={faults.rules}
        onChange={(rules) => change({ rules })}
      />
      <HoursField hours={draft.hours} error={faults.hours} onChange={(hours) => change({ hours })} />
    </FormBody>
  );
}

type EntryProps = Pick<SectionFormProps<Integration>, 'client' | 'faults'> & {
  readonly draft: Draft;
  readonly faults: FieldFaults;
  readonly onChange: (next: Partial<Draft>) => void;
};

function Entry({ client, draft, faults, onChange }: EntryProps): ReactElement {
  const { fields, options } = useDeskSpeech().words.admin;
  const elements = useCollection(client.connectorElements).items.filter((each) => each.kind === draft.kind);
  return (
    <>
      <SelectField
        label={fields.kind}
        error={faults.kind}
        value={draft.kind}
        options={[
          ['messaging', options.messaging],
          ['chat', options.chat],
        ]}
        onText={(kind) => onChange({ kind, channelProviderId: '' })}
      />
      <SelectField
        label={fields.channelProviderId}
        error={faults.channelProviderId}
        value={draft.channelProviderId}
        options={[['', '–'], ...elements.map((each) => [each.channelProviderId, each.name] as const)]}
        onText={(channelProviderId) => onChange({ channelProviderId })}
      />
      {draft.kind === 'messaging' && (
        <SelectField
          label={fields.media}
          error={faults.media}
          value={draft.media}
          options={[
            ['messaging', options.messaging],
            ['voice', options.voice],
            ['messaging,voice', `${options.messaging}, ${options.voice}`],
          ]}
          onText={(media) => onChange({ media })}
        />
      )}
      <SelectField
        label={fields.workflow}
        error={faults.workflow}
        value={draft.workflow}
        options={[
          ['bot-queue-agent', options['bot-queue-agent']],
          ['queue-agent', options['queue-agent']],
        ]}
        onText={(workflow) => onChange({ workflow })}
      />
    </>
  );
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(item: Integration | undefined) {
  return {
    name: item?.name ?? '',
    kind: String(item?.kind ?? 'messaging'),
    channelProviderId: item?.channelProviderId ?? '',
    media: item?.media.join(',') ?? 'messaging',
    workflow: String(item?.workflow ?? 'bot-queue-agent'),
    requiredAttributes: item?.requiredAttributes.join(', ') ?? '',
    alertSeconds: String(item?.alertSeconds ?? 20),
    enabled: item?.enabled ?? true,
    rules: rulesDraft(item?.rules ?? []),
    hours: hoursDraft(item?.hours),
  };
}

function bodyOf({ media, requiredAttributes, alertSeconds, rules, hours, ...draft }: Draft) {
  return {
    ...draft,
    media: draft.kind === 'messaging' ? splitList(media) : undefined,
    requiredAttributes: splitList(requiredAttributes),
    alertSeconds: Number(alertSeconds),
    rules: rulesBody(rules),
    hours: hoursBody(hours),
  };
}
