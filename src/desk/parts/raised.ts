import { token } from '../../theme/index.ts';

/** Ground of what lies over the page: in the dark a shadow says nothing, so it is lighter and has a hairline. */
export const raised = `
  border: 1px solid ${token('hairline')};
  background: light-dark(${token('canvas')}, ${token('surface')});
`;
