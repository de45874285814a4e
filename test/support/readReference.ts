/** Reads the table of docs/components.md: component to attribute to values. A value that is any number stands as `number`. */
export function readReference(
  markdown: string,
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = markdown.matchAll(/^\| `(\w+)` +\| [^|]*\| ([^|]*)\|/gm);
  return new Map([...rows].map(([, name = '', cell = '']) => [name, attributesOf(cell)]));
}

function attributesOf(cell: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = cell.split(';').flatMap((part) => {
    const [, name = '', values = ''] = /`(data-[\w-]+)`: (.*)/.exec(part) ?? [];
    const words = [...values.matchAll(/`(\w+)`|(number)/g)].map(([, word, number]) => word ?? number ?? '');
    return name === '' ? [] : [[name, new Set(words)] as const];
  });
  return new Map(found);
}
