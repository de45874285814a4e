/** Numbers that are no lengths (CSS). */
const BARE =
  /^(?:aspect|column[CS]|fillO|flex|fontW|grid|line[CH]|opacity|order|orphans|scale|strokeO|widows|zIndex|zoom|--)/;
/** Attributes of SVG that React writes in camel case. */
const CAMEL = /^(?:stroke|fill|clip|text)[A-Z]/;

/** Properties of an element as Preact's core wants them, from what React calls them. */
export function reactProps(given: object): Record<string, unknown> {
  // Its own, however the page has enriched all objects.
  const props: Record<string, unknown> = { children: undefined };
  for (const [name, value] of Object.entries(given)) props[nameOf(name)] = valueOf(name, value);
  return props;
}

function nameOf(name: string): string {
  if (name === 'onFocus') return 'onfocusin';
  if (name === 'onBlur') return 'onfocusout';
  // At once, which is what React means by it; files and boxes tell of both.
  if (name === 'onChange') return 'oninput';
  if (name === 'className') return 'class';
  return CAMEL.test(name) ? name.replace(/[A-Z]/g, '-$&').toLowerCase() : name;
}

function valueOf(name: string, value: unknown): unknown {
  if (name !== 'style' || typeof value !== 'object' || value === null) return value;
  const lengths = Object.entries(value).map(([key, each]) => [
    key,
    typeof each === 'number' && !BARE.test(key) ? `${each}px` : each,
  ]);
  return Object.fromEntries(lengths);
}
