import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Avatar } from '../../../src/components/index.ts';
import { ThemeRoot } from '../../../src/theme/index.ts';
import { anna } from '../../../stories/components/conversation.ts';

test('the initials of the smallest face are letters of 9 px or more', () => {
  const { container } = render(
    <ThemeRoot>
      <Avatar participant={anna} size={22} />
    </ThemeRoot>,
  );
  const face = container.querySelector('[data-type="AGENT"]');
  expect(face).toHaveTextContent('AL');
  expect(parseFloat(face ? getComputedStyle(face).fontSize : '')).toBeGreaterThanOrEqual(9);
});
