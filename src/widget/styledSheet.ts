/** Rules with names, each put in once, in the order of their groups. */
export interface Sheet {
  readonly has: (name: string) => boolean;
  /** After the rules of all groups up to and including its own. */
  readonly insert: (group: number, name: string, rule: string) => void;
}

/** What stands behind `createConstructedSheet` of `theme` in the widget's bundle: the same, for `styledRuntime.ts`. */
export function createConstructedSheet(root: Document | ShadowRoot): {
  readonly sheet: Sheet;
  readonly release: () => void;
} {
  const styles = new CSSStyleSheet();
  const names = new Set<string>();
  const counts: number[] = [];
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
  return {
    sheet: {
      has: (name) => names.has(name),
      insert(group, name, rule) {
        if (names.has(name)) return;
        names.add(name);
        const end = counts.slice(0, group + 1).reduce((total, count) => total + count, 0);
        try {
          styles.insertRule(rule, end);
          counts[group] = (counts[group] ?? 0) + 1;
        } catch {
          // A selector that this browser does not know is no reason to lose the widget.
        }
      },
    },
    release: () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== styles);
    },
  };
}
