import { paper } from '../../theme/index.ts';
import type { Theme } from '../../theme/index.ts';

/** Paper, one step tighter: the desk's density and smaller corners. */
export const deskTheme: Theme = {
  ...paper,
  name: 'Desk',
  light: { ...paper.light, density: '0.85', radius: '15px' },
};
