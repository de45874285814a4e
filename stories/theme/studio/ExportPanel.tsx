import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../../src/components/index.ts';
import { writeThemeCode, writeThemeCss } from '../../../src/theme/index.ts';
import type { Theme } from '../../../src/theme/index.ts';
import { Bar, Code } from './studioStyles.ts';

const FORMATS = { typescript: 'Typed theme', css: 'CSS' } as const;

/** The theme to take away: as a typed object, or as a style sheet of the page. */
export function ExportPanel({ theme }: { readonly theme: Theme }): ReactElement {
  const id = useId();
  const [format, setFormat] = useState<keyof typeof FORMATS>('typescript');
  const [copied, setCopied] = useState('');
  const text = format === 'css' ? writeThemeCss(theme) : writeThemeCode(theme);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser does not let this page copy; select the text instead.'),
    );
  };
  return (
    <section aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>Take it away</h2>
      <Bar role="group" aria-label="Format">
        {Object.entries(FORMATS).map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}format`}
              checked={format === value}
              onChange={() => {
                setFormat(value === 'css' ? 'css' : 'typescript');
                setCopied('');
              }}
            />{' '}
            {label}
          </label>
        ))}
        <Button onClick={copy}>Copy</Button>
        <span role="status">{copied}</span>
      </Bar>
      <Code aria-label={FORMATS[format]} readOnly rows={14} spellCheck={false} value={text} />
    </section>
  );
}
