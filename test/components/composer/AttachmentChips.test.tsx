import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AttachmentChips } from '../../../src/components/index.ts';
import { Stage } from '../../support/describeConformance.tsx';

const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a picture is shown small; one that cannot be shown by its ending, as other files are', async () => {
  const type = 'image/png';
  const good = new File([Uint8Array.from(atob(DOT), (letter) => letter.charCodeAt(0))], 'dot.png', { type });
  const files = [good, new File(['no picture'], 'broken.png', { type }), new File(['x'], 'notes.txt')];
  render(
    <Stage>
      <AttachmentChips files={files} onRemove={() => undefined} />
    </Stage>,
  );
  const chips = screen.getAllByRole('listitem');
  const signs = (): readonly unknown[] =>
    chips.map((chip) => {
      const sign = chip.querySelector('[aria-hidden]');
      return sign?.querySelector('img')?.complete === true ? 'picture' : sign?.textContent;
    });
  await waitFor(() => expect(signs()).toEqual(['picture', 'png', 'txt']));
});
