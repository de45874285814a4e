import { LEFT, MODULES, NAMES, NAMES_OF_OMNI, OMNI, type Rule } from './rules.ts';

/** What became of one text. */
export interface Rewritten {
  readonly text: string;
  /** Names of the rules that changed something. */
  readonly changes: readonly string[];
  /** What a person must look at: `12: advice`. */
  readonly advice: readonly string[];
}

/** Rewrites a source or page for the doors of this package. A second time it changes nothing. */
export function rewrite(text: string): Rewritten {
  const rules = [...MODULES, ...NAMES, ...(OMNI.test(text) ? NAMES_OF_OMNI : [])];
  const changes: string[] = [];
  const changed = rules.reduce((before, rule) => {
    const after = before.replace(rule.pattern, rule.by);
    if (after !== before) changes.push(nameOf(rule));
    return after;
  }, text);
  const isOfVendor = OMNI.test(text) || text.includes('AvayaCCaaSChatSDK');
  return { text: changed, changes, advice: isOfVendor ? adviceFor(changed) : [] };
}

function adviceFor(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      LEFT.filter(({ pattern }) => pattern.test(line)).map(({ advice }) => `${at + 1}: ${advice}`),
    );
}

function nameOf({ name }: Rule): string {
  return name;
}
