import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { colourMixes, contrastVerdicts, token, tokenName } from '../../../src/theme/index.ts';
import type { BaseTokens, ColourName, ContrastVerdict } from '../../../src/theme/index.ts';

/** Every pair of colours that the chat draws, as it looks, what it comes to and what it needs. */
export function VerdictTable({ caption, tokens }: VerdictTableProps): ReactElement {
  return (
    <Root>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Pair</th>
          <th scope="col">Looks</th>
          <th scope="col">Has</th>
          <th scope="col">Needs</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {contrastVerdicts(tokens).map((verdict) => (
          <tr key={`${verdict.front} ${verdict.ground}`} data-passes={verdict.passes}>
            <th scope="row">
              {spoken(verdict.front)} on {spoken(verdict.ground)}
            </th>
            <td>
              <Sample aria-hidden="true" style={sampleStyle(tokens, verdict)}>
                Aa
              </Sample>
            </td>
            <td>{verdict.ratio === undefined ? 'unknown' : `${verdict.ratio.toFixed(1)}:1`}</td>
            <td>{verdict.least}:1</td>
            <td>{verdict.passes ? 'Passes' : 'Fails'}</td>
          </tr>
        ))}
      </tbody>
    </Root>
  );
}

/** Properties of `VerdictTable`. */
export interface VerdictTableProps {
  readonly caption: string;
  readonly tokens: BaseTokens;
}

/** `bubbleOther` is "bubble other". */
function spoken(name: ColourName): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function sampleStyle(tokens: BaseTokens, { front, ground }: ContrastVerdict): Record<string, string> {
  return { color: cssOf(tokens, front), background: cssOf(tokens, ground) };
}

function cssOf(tokens: BaseTokens, name: ColourName): string {
  if (!isMix(name)) return tokens[name];
  const [first, share, second] = colourMixes[name];
  return `color-mix(in oklab, ${cssOf(tokens, first)} ${share}%, ${cssOf(tokens, second)})`;
}

function isMix(name: ColourName): name is keyof typeof colourMixes {
  return name in colourMixes;
}

const Root = styled.table`
  inline-size: 100%;
  border-collapse: collapse;
  font-size: ${token('textMeta')};
  font-variant-numeric: tabular-nums;

  caption {
    padding-block-end: ${token('space3')};
    font-weight: ${token('weightStrong')};
    text-align: start;
  }
  th,
  td {
    padding: ${token('space1')} ${token('space3')} ${token('space1')} 0;
    border-block-end: 1px solid ${token('hairline')};
    font-weight: ${token('weightBody')};
    text-align: start;
  }
  thead th {
    color: ${token('inkSoft')};
  }
  [data-passes='false'] {
    color: ${token('danger')};
    ${tokenName('weightBody')}: 650;
  }
`;

const Sample = styled.span`
  display: inline-block;
  padding: 1px 8px;
  border-radius: 4px;
  box-shadow: 0 0 0 1px ${token('hairline')};
`;
