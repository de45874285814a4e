import { useId, useReducer, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../../src/components/index.ts';
import { contrastVerdicts, themes } from '../../../src/theme/index.ts';
import type { BaseTokens } from '../../../src/theme/index.ts';
import { LiveChat } from '../../live/LiveChat.tsx';
import { ColourField } from './ColourField.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { RangeField } from './RangeField.tsx';
import { VerdictTable } from './VerdictTable.tsx';
import { draftOf, reduceDraft, themeOf } from './draft.ts';
import type { Scheme } from './draft.ts';
import { hexOf } from './hexOf.ts';
import { Bar, Controls, Desk, Preview } from './studioStyles.ts';

/** A theme made by hand: tokens on one side, the real chat on the other, and what every pair of colours comes to. */
export function ThemeStudio(): ReactElement {
  const id = useId();
  const [draft, act] = useReducer(reduceDraft, draftOf(themes.paper));
  const [scheme, setScheme] = useState<Scheme>('light');
  const [brand, setBrand] = useState(hexOf(draft.light.brand));
  const theme = themeOf(draft);
  const tokens = draft[scheme];
  const set = (token: keyof BaseTokens) => (value: string) => act({ type: 'set', scheme, token, value });
  return (
    <Desk>
      <Controls>
        <h1>Theme studio</h1>
        <p>Begin with a finished theme or a brand colour, change what you like, and take the theme away.</p>
        <Bar>
          <label htmlFor={`${id}from`}>Begin with</label>
          <select
            id={`${id}from`}
            onChange={(event) => {
              const from = Object.keys(themes)
                .filter(isThemeName)
                .find((name) => name === event.target.value);
              if (from) act({ type: 'begin', from });
            }}
          >
            {Object.entries(themes).map(([value, { name }]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
          <label>
            Brand colour
            <input type="color" value={brand} onChange={(event) => setBrand(event.target.value)} />
          </label>
          <Button onClick={() => act({ type: 'brand', colour: brand })}>Make it the theme</Button>
        </Bar>
        <Bar>
          <label>
            Name
            <input
              value={draft.name}
              onChange={(event) => act({ type: 'rename', name: event.target.value })}
            />
          </label>
          <Bar role="group" aria-label="Scheme to edit" style={{ margin: 0 }}>
            {(['light', 'dark'] as const).map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name={`${id}scheme`}
                  checked={scheme === each}
                  onChange={() => setScheme(each)}
                />
                {each === 'light' ? 'Light' : 'Dark'}
              </label>
            ))}
          </Bar>
        </Bar>
        <h2>Colours</h2>
        {COLOURS.map(([token, label, note]) => (
          <ColourField key={token} label={label} note={note} value={tokens[token]} onChange={set(token)} />
        ))}
        <h2>Shape and type</h2>
        {RANGES.map(([token, label, min, max, step, unit]) => (
          <RangeField
            key={token}
            {...{ label, min, max, step, unit }}
            value={tokens[token]}
            onChange={set(token)}
          />
        ))}
        <h2>Contrast</h2>
        <Bar>
          <span role="status">
            {summary(draft.light, 'light')} {summary(draft.dark, 'dark')}
          </span>
          <Button onClick={() => act({ type: 'repair' })}>Repair contrast</Button>
        </Bar>
        <VerdictTable caption={scheme === 'light' ? 'In the light' : 'In the dark'} tokens={tokens} />
        <ExportPanel theme={theme} />
      </Controls>
      <Preview>
        <LiveChat theme={theme} colorScheme={scheme} begun />
      </Preview>
    </Desk>
  );
}

const COLOURS = [
  ['canvas', 'Canvas', 'Ground of everything'],
  ['ink', 'Ink', 'Text'],
  ['bubbleOther', 'Their bubbles', "Ground of the other side's words"],
  ['accent', 'Accent', 'Own bubbles, the one thing to do'],
  ['accentInk', 'Ink on accent', 'Text on own bubbles'],
  ['accentText', 'Accent as text', 'Links, icons, the focus ring'],
  ['brand', 'Brand', 'The launcher'],
  ['brandInk', 'Ink on brand', "The launcher's icon"],
  ['danger', 'Danger', 'Trouble, as text'],
  ['success', 'Success', 'Success, as text'],
] as const;

const RANGES = [
  ['radius', 'Radius', 0, 28, 1, 'px'],
  ['density', 'Density', 0.75, 1.3, 0.01, ''],
  ['fontScale', 'Text size', 0.85, 2, 0.01, ''],
  ['weight', 'Weight of type', -50, 200, 10, ''],
  ['edge', 'Strength of lines', 0, 8, 0.1, ''],
  ['shade', 'Strength of shadows', 0, 3, 0.1, ''],
  ['pace', 'Pace of motion', 0, 2, 0.05, ''],
] as const;

function summary(tokens: BaseTokens, scheme: Scheme): string {
  const verdicts = contrastVerdicts(tokens);
  const passing = verdicts.filter(({ passes }) => passes).length;
  return `${passing} of ${verdicts.length} pairs pass in the ${scheme}.`;
}

function isThemeName(name: string): name is keyof typeof themes {
  return name in themes;
}
