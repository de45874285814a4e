import { afterEach, expect, test, vi } from 'vitest';
import { createTitleCount } from '../../src/widget/titleCount.ts';
import type { TitleCount } from '../../src/widget/titleCount.ts';

let made: TitleCount | undefined;
afterEach(() => {
  made?.stop();
  vi.restoreAllMocks();
});

function open(): TitleCount {
  document.title = 'Shop';
  made = createTitleCount();
  return made;
}
function hide(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

test('while the page is hidden its title counts what waits, and is its own again once it is seen', () => {
  const title = open();
  hide(true);
  title.show(1);
  title.show(2);
  expect(document.title).toBe('(2) Shop');
  hide(false);
  expect(document.title).toBe('Shop');
  hide(true);
  expect(document.title).toBe('(2) Shop');
  title.show(0);
  expect(document.title).toBe('Shop');
});

test('on a page that is seen the title is left alone', () => {
  hide(false);
  open().show(3);
  expect(document.title).toBe('Shop');
});

test('a title that the page has set meanwhile stays, and a widget that goes leaves none of its own', () => {
  const title = open();
  hide(true);
  title.show(1);
  document.title = 'Basket';
  hide(false);
  expect(document.title).toBe('Basket');
  hide(true);
  expect(document.title).toBe('(1) Basket');
  title.stop();
  expect(document.title).toBe('Basket');
});
