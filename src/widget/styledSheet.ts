/** Where rules go: the seam of `styled-components` that `theme/constructedSheet.ts` fills. */
export interface Sheet {
  tag: { insertRules(group: number, rules: string[]): void } | undefined;
}

const known = new WeakMap<object, Set<string>>();

/** Whether a rule of this name is in a sheet. */
export function isIn({ tag }: Sheet, name: string): boolean {
  return tag !== undefined && (known.get(tag)?.has(name) ?? false);
}

/** Puts a rule into a sheet, once, after the rules of all groups up to and including its own. */
export function insertOnce(sheet: Sheet, group: number, name: string, rule: string): void {
  if (!sheet.tag) return;
  const names = known.get(sheet.tag) ?? new Set();
  known.set(sheet.tag, names);
  if (names.has(name)) return;
  names.add(name);
  sheet.tag.insertRules(group, [rule]);
}

/** The document's own sheet, for whatever stands in no `StyleSheetManager`. Made when the first rule comes. */
export function createDocumentSheet(): Sheet {
  const counts: number[] = [];
  let styles: CSSStyleSheet | undefined;
  return {
    tag: {
      insertRules(group, rules) {
        styles ??= adopted();
        for (const rule of rules) {
          let end = 0;
          for (let index = 0; index <= group; index++) end += counts[index] ?? 0;
          styles.insertRule(rule, end);
          counts[group] = (counts[group] ?? 0) + 1;
        }
      },
    },
  };
}

function adopted(): CSSStyleSheet {
  const styles = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  return styles;
}
