import { expect, test } from '@playwright/test';
import { createChatPage, onPlaywright } from '../../src/testing/index.ts';
import { startDemo, type Demo } from './support/demo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  expect(await demo.stop()).toBe(0);
});

test('?inspect puts the development panel beside the chat', async ({ page }) => {
  await page.goto(`${demo.config.demoUrl}/?inspect&shadow=open`);
  await page.getByRole('button', { name: /open chat/i }).click();
  await page.getByRole('button', { name: 'Open the chat inspector' }).click();
  const line = page.getByRole('region', { name: 'Line', exact: true });
  await expect(line.getByText('WebSocket')).toBeVisible();
  await expect(line.getByText('connected', { exact: true })).toBeVisible();
  await expect(line.getByText('leads', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timers' }).getByText('Token renewal')).toBeVisible();
  await page.keyboard.press('Alt+Shift+I');
  await expect(line).toBeHidden();
});

test('without it there is none', async ({ page }) => {
  await page.goto(`${demo.config.demoUrl}/?shadow=open`);
  const chat = createChatPage(onPlaywright(page));
  await chat.open();
  await chat.says('Good morning');
  await chat.sees('Good morning');
  await expect(page.getByRole('button', { name: 'Open the chat inspector' })).toHaveCount(0);
});
