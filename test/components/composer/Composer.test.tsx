import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { Mock } from 'vitest';
import { Composer } from '../../../src/components/index.ts';
import type { ComposerProps } from '../../../src/components/index.ts';
import { Stage } from '../../support/describeConformance.tsx';

function open(props: ComposerProps = {}): {
  onSend: Mock<NonNullable<ComposerProps['onSend']>>;
  box: HTMLElement;
} {
  const onSend = vi.fn<NonNullable<ComposerProps['onSend']>>();
  render(
    <Stage>
      <Composer onSend={onSend} {...props} />
    </Stage>,
  );
  return { onSend, box: screen.getByRole('textbox', { name: 'Message' }) };
}

function paste(box: HTMLElement, ...files: File[]): void {
  const clipboardData = new DataTransfer();
  for (const each of files) clipboardData.items.add(each);
  fireEvent(box, new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

const file = (name: string, size = 10): File => new File(['x'.repeat(size)], name, { type: 'image/png' });

describe('writing', () => {
  test('Enter sends the trimmed text and empties the box, which keeps the focus', async () => {
    const { onSend, box } = open();
    await userEvent.type(box, ' Hello {Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ text: 'Hello', files: [] });
    expect(box).toHaveValue('');
    expect(box).toHaveFocus();
  });

  test('Shift+Enter breaks the line', async () => {
    const { onSend, box } = open();
    await userEvent.type(box, 'a{Shift>}{Enter}{/Shift}b');
    expect(box).toHaveValue('a\nb');
    expect(onSend).not.toHaveBeenCalled();
  });

  test('the Enter of an input method is not ours', async () => {
    const { onSend, box } = open();
    await userEvent.type(box, 'こんにちは');
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
    expect(onSend).not.toHaveBeenCalled();
    expect(box).toHaveValue('こんにちは');
  });

  test('the button appears when there is something to send, and sends it', async () => {
    const { onSend, box } = open();
    expect(screen.queryByRole('button', { name: 'Send message' })).toBeNull();
    await userEvent.type(box, '  ');
    expect(screen.queryByRole('button', { name: 'Send message' })).toBeNull();
    await userEvent.type(box, 'Hello');
    await userEvent.click(await screen.findByRole('button', { name: 'Send message' }));
    expect(onSend).toHaveBeenCalledOnce();
  });

  test('a text over the limit is counted and refused, never cut', async () => {
    const { onSend, box } = open({ maxLength: 5 });
    await userEvent.type(box, 'sevenly');
    expect(box).toHaveValue('sevenly');
    expect(box).toBeInvalid();
    expect(screen.getByText(/2 characters too many/)).toBeVisible();
    await userEvent.type(box, '{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    await userEvent.type(box, '{Backspace}{Backspace}{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ text: 'seven', files: [] });
  });

  test('why a text cannot go has one way to be said: a region that tells it, and no description that tells it again', () => {
    const { box } = open({ maxLength: 5 });
    fireEvent.input(box, { target: { value: 'sevenly' } });
    const note = screen.getByText(/2 characters too many/);
    expect(note).toHaveAttribute('aria-live', 'polite');
    expect(document.querySelectorAll('[aria-live], [role=status], [role=alert]')).toHaveLength(1);
    expect(box).toHaveAccessibleErrorMessage(/2 characters too many/);
    expect(box).toHaveAccessibleDescription('');
    fireEvent.input(box, { target: { value: 'seven' } });
    expect(note.textContent.trim()).toBe('');
  });

  test('it grows from one line to six and no further', async () => {
    const { box } = open();
    const height = (): number => box.getBoundingClientRect().height;
    const one = height();
    await userEvent.type(box, 'a{Shift>}{Enter}{Enter}{/Shift}b');
    expect(height()).toBeGreaterThan(one + 30);
    fireEvent.input(box, { target: { value: 'x\n'.repeat(40) } });
    expect(height()).toBeGreaterThan(one + 100);
    expect(height()).toBeLessThan(one + 150);
  });

  test.each([
    [180, 2],
    [300, 3],
    [900, 6],
  ])('where %i px are to be seen it grows to no more than %i lines', async (viewPx, lines) => {
    document.documentElement.style.setProperty('--cq-view-block', `${viewPx}px`);
    const { box } = open();
    await userEvent.type(box, 'a{Shift>}{Enter}b{Enter}c{Enter}d{Enter}e{Enter}f{Enter}g{Enter}h{/Shift}');
    expect(Math.floor((box.clientHeight - 8) / 24)).toBe(lines);
    document.documentElement.style.removeProperty('--cq-view-block');
  });

  test('text is 16 px, so that no phone zooms in', () => {
    expect(getComputedStyle(open().box).fontSize).toBe('16px');
  });

  test('a chat that is over takes no text', () => {
    expect(open({ locked: true }).box).toBeDisabled();
    expect(screen.getByPlaceholderText('This chat has ended.')).toBeVisible();
  });

  test('the caller may keep the text', async () => {
    const onTextChange = vi.fn<NonNullable<ComposerProps['onTextChange']>>();
    const { box } = open({ text: 'Draft', onTextChange });
    expect(box).toHaveValue('Draft');
    await userEvent.type(box, '!');
    expect(onTextChange).toHaveBeenCalledWith('Draft!', expect.objectContaining({ reason: 'input' }));
  });
});

describe('files', () => {
  test('pasted files become chips and go with the message', async () => {
    const { onSend, box } = open({ accept: ['png'] });
    paste(box, file('a.png'));
    expect(await screen.findByRole('button', { name: 'Remove a.png' })).toBeInTheDocument();
    await userEvent.type(box, '{Enter}');
    expect(onSend).toHaveBeenCalledOnce();
    expect(onSend.mock.lastCall?.[0].files[0]?.name).toBe('a.png');
    expect(screen.queryByRole('button', { name: 'Remove a.png' })).toBeNull();
  });

  test('a chip can be taken out again', async () => {
    const { box } = open({ accept: ['png'] });
    paste(box, file('a.png'), file('b.png'));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove a.png' }));
    expect(screen.queryByRole('button', { name: 'Remove a.png' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Remove b.png' })).toBeInTheDocument();
  });

  test.each([
    [file('virus.exe'), /kind of file/],
    [file('big.png', 2000), /too large. The limit is 1 kB/],
    [file('empty.png', 0), /is empty/],
  ])('file %#: it is refused in words', async (bad, sentence) => {
    const { box } = open({ accept: ['png'], maxFileBytes: 1000 });
    paste(box, bad);
    await waitFor(() => expect(screen.getByText(sentence)).toBeVisible());
    expect(screen.queryByRole('list')).toBeNull();
  });

  test('without a list of endings there is no way to attach', () => {
    open();
    expect(screen.queryByRole('button', { name: 'Attach a file' })).toBeNull();
  });

  test('dropped files become chips, unless the caller took them himself', async () => {
    const drop = (): void => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file('a.png'));
      const box = screen.getByRole('textbox', { name: 'Message' });
      fireEvent(box, new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    };
    const { rerender } = render(<Composer accept={['png']} onDrop={(event) => event.preventDefault()} />);
    drop();
    expect(screen.queryByRole('button', { name: 'Remove a.png' })).toBeNull();
    rerender(<Composer accept={['png']} />);
    drop();
    expect(await screen.findByRole('button', { name: 'Remove a.png' })).toBeInTheDocument();
  });
});
