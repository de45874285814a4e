import type { Fault } from '../../lib/index.ts';
import type { AdminField, DeskAdminWords } from '../../locales/index.ts';
import type { Violation } from '../data/deskFault.ts';
import type { FieldFaults } from './section.ts';

/** What the decoder found, as sentences by field. An empty field is missing, whatever the rule calls it. */
export function faultsOf(
  faults: readonly Fault[],
  body: Readonly<Record<string, unknown>>,
  words: DeskAdminWords,
): FieldFaults {
  return byField(
    faults.map(({ path, rule }) => {
      const field = rootOf(path);
      const isEmpty = body[field] === '' || body[field] === undefined;
      const kind = isEmpty ? 'missing' : rule === 'range' || rule === 'pattern' ? rule : 'other';
      return [field, words.faults[kind]];
    }),
    words,
  );
}

/** What the contact centre found. */
export function faultsOfViolations(violations: readonly Violation[], words: DeskAdminWords): FieldFaults {
  return byField(
    violations.map(({ field }) => [rootOf(field), words.faults.other]),
    words,
  );
}

/** The field of the form that a path leads into: `hours.timeZone` is of `hours`. */
function rootOf(path: string): string {
  return path.split(/[.[]/)[0] ?? path;
}

function byField(found: readonly (readonly [string, string])[], words: DeskAdminWords): FieldFaults {
  const isField = (name: string): name is AdminField => name in words.fields;
  const faults: Partial<Record<AdminField, string>> = {};
  for (const [field, sentence] of found) if (isField(field)) faults[field] ??= sentence;
  return faults;
}
