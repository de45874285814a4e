import type { ButtonHTMLAttributes, ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';

/** A square button with a sign of the desk's own; its name is heard and shown as a tooltip. */
export function ToolButton({ sign, label, children, ...rest }: ToolButtonProps): ReactElement {
  return (
    <Root type="button" aria-label={label} title={label} {...rest}>
      <svg
        aria-hidden="true"
        width={18}
        height={18}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={paths[sign]} />
      </svg>
      {children}
    </Root>
  );
}

/** Properties of `ToolButton`; the rest goes to the button. */
export interface ToolButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly sign: keyof typeof paths;
  /** The accessible name. */
  readonly label: string;
}

const paths = {
  canned: 'M13 3.5 5.5 13.5h6L11 20.5l7.5-10h-6L13 3.5Z',
  replies:
    'M6.5 5h11a2.5 2.5 0 0 1 0 5h-11a2.5 2.5 0 0 1 0-5ZM6.5 14h6a2.5 2.5 0 0 1 0 5h-6a2.5 2.5 0 0 1 0-5Z',
  cards:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h8A1.5 1.5 0 0 1 15 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 4 17.5v-11ZM4 12.5h11M18 6.5v11M21 8v8',
  place:
    'M12 20.75s6.75-5.7 6.75-10.75a6.75 6.75 0 0 0-13.5 0C5.25 15.05 12 20.75 12 20.75ZM12 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z',
  bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5h4',
  bellOff: 'M6 16.5V11c0-1 .25-2 .7-2.8M9 5.8A6 6 0 0 1 18 11v4M4.5 18H16M10 20.5h4M4 4l16 16',
  help: 'M9.5 9.3a2.6 2.6 0 1 1 3.6 2.5c-.7.3-1.1.9-1.1 1.7M12 16.7v.05M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z',
  leave: 'M14.5 4.5h3a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-3M10 16l4-4-4-4M14 12H4.5',
  handOver: 'M4 8.5h14M14.5 5l3.5 3.5-3.5 3.5M20 15.5H6M9.5 12 6 15.5 9.5 19',
  copy: 'M9 8.5V6a1.5 1.5 0 0 1 1.5-1.5H18A1.5 1.5 0 0 1 19.5 6v8.5A1.5 1.5 0 0 1 18 16h-2.5M6 8.5h8A1.5 1.5 0 0 1 15.5 10v8.5A1.5 1.5 0 0 1 14 20H6a1.5 1.5 0 0 1-1.5-1.5V10A1.5 1.5 0 0 1 6 8.5Z',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  done: 'm5.5 12.5 4.25 4.25L18.5 8',
  person: 'M12 12a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 20c.6-3.3 3.4-5 7-5s6.4 1.7 7 5',
} as const;

const Root = styled.button`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  flex: none;
  gap: 6px;
  min-inline-size: max(32px, ${token('target')});
  min-block-size: max(32px, ${token('target')});
  padding: 0 6px;
  border: 1px solid transparent;
  border-radius: 8px;
  background: transparent;
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};
  font-weight: ${token('weightMedium')};
  cursor: pointer;
  transition: background-color ${token('quick')};

  &:hover,
  &[aria-expanded='true'] {
    background: ${token('hover')};
    color: ${token('ink')};
  }
  &:disabled {
    opacity: 0.4;
    cursor: default;
    background: none;
  }
  @media (forced-colors: active) {
    border-color: ButtonText;
  }
`;
