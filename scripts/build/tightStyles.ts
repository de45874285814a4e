import type { Plugin } from 'vite';

/** Rooms whose templates with line breaks are style text, and nothing else. */
const STYLED = /\/src\/(components|panels|theme|widget)\/.*\.tsx?$/;

/** Takes the indentation and the comments out of style text: no minifier looks into a template. */
export function tightStyles(): Plugin {
  return {
    name: 'colloquy:tight-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!STYLED.test(id)) return undefined;
      return { code: code.replace(/`[^`]*`/g, (template) => tighten(template)), map: null };
    },
  };
}

function tighten(template: string): string {
  if (!template.includes('\n')) return template;
  return (
    template
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s*\n\s*/g, ' ')
      // Not after `}`: it may end an interpolation, whose space divides selectors and values.
      .replace(/([{;,]) /g, '$1')
      // Of a declaration; what stands before the colon of a selector has its space there.
      .replace(/([\w-]): /g, '$1:')
      .replace(/;? (?=[{}])|;(?=\})/g, '')
  );
}
