import { useState } from 'react';
import type { AdminClient } from '../data/adminClient.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { DeskFault, faultCode } from '../data/deskFault.ts';
import { faultsOf, faultsOfViolations } from './fieldFaults.ts';
import type { FieldFaults, Section } from './section.ts';

/** A record that is being made or changed: judged here first, then by the contact centre. */
export function useRecord<Item, Input, Created extends Item>(
  props: EditedRecordProps<Item, Input, Created>,
): EditedRecord<Item | Created> {
  const { section, client, onSaved, onExpired } = props;
  const { admin } = useDeskSpeech().words;
  const collection = section.collection(client);
  const [item, setItem] = useState<Item | Created | undefined>(props.item);
  const [faults, setFaults] = useState<FieldFaults>({});
  const [said, setSaid] = useState<Said>();
  const { replace } = collection;

  const fail = (fault: unknown): void => {
    const code = faultCode(fault);
    if (code === 'signed-out') onExpired();
    if (fault instanceof DeskFault) setFaults(faultsOfViolations(fault.violations, admin));
    if (code === 'conflict' || code === 'unreachable') setSaid(code);
    else setSaid(code === 'invalid' ? 'refused' : 'failed');
  };
  const save = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const decoded = section.decoder(body);
    setFaults(decoded.ok ? {} : faultsOf(decoded.faults, body, admin));
    if (!decoded.ok) return setSaid('refused');
    setSaid(undefined);
    try {
      const saved =
        item !== undefined && replace
          ? await replace(section.idOf(item), decoded.value)
          : await collection.create(decoded.value);
      setItem(saved);
      setSaid('saved');
      onSaved();
    } catch (fault) {
      fail(fault);
    }
  };
  return { item, faults, said, canSave: item === undefined || replace !== undefined, save, fail };
}

/** What `useRecord` gives. */
export interface EditedRecord<Item> {
  /** Absent until a new one is saved. */
  readonly item: Item | undefined;
  readonly faults: FieldFaults;
  /** How the last attempt went. */
  readonly said: Said | undefined;
  readonly canSave: boolean;
  readonly save: (body: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Tells of a fault of another call about this record. */
  readonly fail: (fault: unknown) => void;
}

/** How a save or a removal went. */
export type Said = 'saved' | 'conflict' | 'refused' | 'unreachable' | 'failed';

/** Whose record it is, and whom to tell. */
export interface EditedRecordProps<Item, Input, Created extends Item> {
  readonly section: Section<Item, Input, Created>;
  readonly client: AdminClient;
  /** Absent for a new one. */
  readonly item: Item | undefined;
  /** To the list, where the record stands in its place. */
  readonly onBack: () => void;
  readonly onSaved: () => void;
  readonly onRemoved: () => void;
  readonly onExpired: () => void;
}
