import type { ReactElement } from 'react';
import type { Decoder } from '../../lib/index.ts';
import type { AdminField, DeskAdminWords } from '../../locales/index.ts';
import type { AdminClient, Collection } from '../data/adminClient.ts';

/** One collection of the administrator's page: how its records are named, told apart and edited. */
export interface Section<Item, Input, Created extends Item = Item> {
  readonly key: keyof DeskAdminWords['sections'];
  readonly collection: (client: AdminClient) => Collection<Item, Input, Created>;
  readonly decoder: Decoder<Input>;
  readonly idOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  /** A second line of the list. */
  readonly detailOf: (item: Item, words: DeskAdminWords) => string;
  /** Ids to copy; of a fresh record also what is shown only once. */
  readonly idsOf: (item: Item | Created) => readonly (readonly [key: AdminId, value: string])[];
  readonly Form: (props: SectionFormProps<Item>) => ReactElement;
}

/** A name of an id that a save yields. */
export type AdminId = keyof DeskAdminWords['ids'];

/** What a form of a section gets. */
export interface SectionFormProps<Item> {
  /** Ties the form to its buttons. */
  readonly formId: string;
  readonly client: AdminClient;
  /** Absent for a new one. */
  readonly item: Item | undefined;
  /** Sentences by field. */
  readonly faults: FieldFaults;
  /** The body as it was typed; the section's decoder judges it. */
  readonly onSubmit: (body: Readonly<Record<string, unknown>>) => void;
}

/** Sentences by field. */
export type FieldFaults = Readonly<Partial<Record<AdminField, string>>>;
