import { ServerStyleSheet } from 'styled-components';

/** What `StyleSheetManager` takes as its `sheet`. */
export type ComponentSheet = ServerStyleSheet['instance'];

/**
 * A sheet for `<StyleSheetManager sheet={…}>` that writes into one constructed `CSSStyleSheet`, adopted by `root`. No
 * `<style>` element is made, so it works under `style-src 'none'` and inside a closed shadow root. `release` takes it off.
 *
 * `tag` is styled-components' own inner seam, stable through 6.x but not promised: a test guards every upgrade.
 */
export function createConstructedSheet(root: Document | ShadowRoot): ConstructedSheet {
  const styles = new CSSStyleSheet();
  const sheet: ComponentSheet = new ServerStyleSheet().instance;
  sheet.tag = groupedTag(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
  return {
    sheet,
    release: () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== styles);
    },
  };
}

/** A sheet in use; call `release` when the tree is gone. */
export type ConstructedSheet = { readonly sheet: ComponentSheet; readonly release: () => void };

type GroupedTag = NonNullable<ComponentSheet['tag']>;

// The order of groups is what lets a later component override an earlier one, so rules are counted per group.
function groupedTag(styles: CSSStyleSheet): GroupedTag {
  const counts: number[] = [];
  const endOf = (group: number): number => {
    let end = 0;
    for (let index = 0; index <= group; index++) end += counts[index] ?? 0;
    return end;
  };
  return {
    groupSizes: new Uint32Array(0),
    tag: ruleTag(styles),
    get length() {
      return counts.length;
    },
    insertRules(group, rules) {
      for (const rule of rules) {
        if (insert(styles, rule, endOf(group))) counts[group] = (counts[group] ?? 0) + 1;
      }
    },
    clearGroup(group) {
      const end = endOf(group);
      const size = counts[group] ?? 0;
      for (let index = 0; index < size; index++) styles.deleteRule(end - size);
      counts[group] = 0;
    },
    getGroup(group) {
      const end = endOf(group);
      const rules = Array.from(styles.cssRules).slice(end - (counts[group] ?? 0), end);
      return rules.map((rule) => rule.cssText).join('\n');
    },
  };
}

function ruleTag(styles: CSSStyleSheet): GroupedTag['tag'] {
  return {
    get length() {
      return styles.cssRules.length;
    },
    insertRule: (index, rule) => insert(styles, rule, index),
    deleteRule: (index) => styles.deleteRule(index),
    getRule: (index) => styles.cssRules[index]?.cssText ?? '',
  };
}

// A selector that this browser does not know is no reason to lose the widget.
function insert(styles: CSSStyleSheet, rule: string, index: number): boolean {
  try {
    styles.insertRule(rule, index);
    return true;
  } catch {
    return false;
  }
}
