import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ar } from '../../src/locales/ar.ts';
import { asId } from '../../src/protocol/index.ts';
import type { Action, AttachmentId, ClientMessageId, EngagementId } from '../../src/protocol/index.ts';
import { accepted, arrived, came, person } from '../support/chatEntries.ts';
import { NOON_MS } from '../support/fakeChatClient.ts';
import { readAloud, readByJumps, stopTheDay } from '../support/readAloud.ts';
import { showChat } from './showChat.tsx';

const LAYLA = person('layla', 'AGENT', 'ليلى');
const ARABIC = { locale: 'ar', words: ar } as const;
const HERE = asId<EngagementId>('engagement-0');
const MINE = { engagementId: HERE, clientMessageId: asId<ClientMessageId>('mine') };

beforeEach(stopTheDay);
afterEach(() => void vi.useRealTimers());

test('an empty Arabic chat is read in the same order as an English one', async () => {
  const { chat } = await showChat([], { ...ARABIC, onMinimize: () => {} });
  expect(await readAloud(chat)).toEqual([
    'region, المحادثة',
    'heading, تحدّث معنا, level 2',
    'تحدّث معنا',
    'button, إنهاء المحادثة',
    'button, تصغير المحادثة',
    'متصل',
    'log, الرسائل, not busy',
    'heading, مرحبًا! كيف يمكننا مساعدتك؟, level 2',
    'paragraph',
    'اكتب إلينا هنا وسنجيبك في أقرب وقت ممكن.',
    'form',
    'button, إرفاق ملف',
    'textbox, الرسالة, not invalid, placeholder اكتب رسالة',
  ]);
});

test('an Arabic conversation: who said it, what, and what can be answered', async () => {
  const actions: readonly Action[] = [
    { type: 'reply', text: 'نعم', payload: 'Y' },
    { type: 'reply', text: 'لا', payload: 'N' },
  ];
  await showChat(
    [
      came(1, LAYLA),
      arrived(2, { type: 'text', text: 'هل أساعدك؟', format: 'plain', actions }, { sender: LAYLA }),
      accepted(3, { type: 'choice', action: 'reply', text: 'نعم', payload: 'Y' }, { parent: 'message-2' }),
    ],
    ARABIC,
  );
  await screen.findByText('اخترت: نعم');
  expect(await readAloud(screen.getByRole('log'))).toEqual([
    'log, الرسائل, not busy',
    'time',
    'اليوم',
    'paragraph',
    'انضم ليلى إلى المحادثة',
    'article, ليلى هل أساعدك؟, 12:02 م',
    'ليلى',
    'paragraph',
    'هل أساعدك؟',
    'time, السبت، 21 نوفمبر 2026 في 12:02 م',
    '12:02 م',
    'group, ردود مقترحة',
    'button, نعم, disabled',
    'button, لا, disabled',
    'اخترت: نعم',
    'article, أنت: نعم, 12:03 م سُلّمت',
    'أنت:',
    'paragraph',
    'نعم',
    'time, السبت، 21 نوفمبر 2026 في 12:03 م',
    '12:03 م',
    'سُلّمت',
  ]);
});

test('Arabic cards and files', async () => {
  const body = {
    type: 'carousel',
    text: '',
    items: [{ title: 'قهوة', actions: [{ type: 'postback', text: 'أريدها', payload: '1' }] }],
  } as const;
  const file = { attachmentId: asId<AttachmentId>('1'), name: 'bill.pdf', contentType: 'application/pdf' };
  const attachments = [{ ...file, sizeBytes: 12_000, url: 'https://shop.example/bill' }];
  await showChat(
    [
      arrived(1, body, { sender: LAYLA }),
      arrived(2, { type: 'files', text: '', attachments }, { sender: LAYLA }),
    ],
    ARABIC,
  );
  await screen.findByText('قهوة');
  await screen.findByText('bill');
  expect(await readAloud(screen.getByRole('log'))).toEqual([
    'log, الرسائل, not busy',
    'time',
    'اليوم',
    'article, ليلى بطاقات, 12:01 م',
    'ليلى',
    'شريط متحرك, بطاقات',
    'list',
    'listitem, level 1, position 1, set size 1',
    'شريحة, 1 من 1',
    'قهوة',
    'group, إجراءات',
    'button, أريدها, not disabled',
    'time, السبت، 21 نوفمبر 2026 في 12:01 م',
    '12:01 م',
    'article, ليلى: تنزيل bill.pdf 12 كيلوبايت, 12:02 م',
    'ليلى:',
    'link, تنزيل bill.pdf 12 كيلوبايت',
    'تنزيل bill.pdf 12 كيلوبايت',
    'time, السبت، 21 نوفمبر 2026 في 12:02 م',
    '12:02 م',
  ]);
});

test('Arabic trouble: not sent, and the chat about to close', async () => {
  const { chat } = await showChat(
    [
      {
        type: 'MESSAGE_QUEUED',
        ...MINE,
        body: { type: 'text', text: 'مرحبًا', format: 'plain' },
        atMs: NOON_MS,
      },
      { type: 'MESSAGE_REJECTED', ...MINE, code: 'unreachable', detail: '', retryable: true },
      { type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS + 3_600_000, graceMs: 60_000 },
    ],
    ARABIC,
  );
  await screen.findByRole('article');
  expect((await readAloud(chat)).slice(4)).toEqual([
    'متصل',
    'log, الرسائل, not busy',
    'time',
    'اليوم',
    'article, أنت: مرحبًا, لم تُرسل: لا يوجد اتصال إعادة المحاولة تعديل إزالة',
    'أنت:',
    'paragraph',
    'مرحبًا',
    'لم تُرسل: لا يوجد اتصال',
    'button, إعادة المحاولة',
    'button, تعديل',
    'button, إزالة',
    'group, هل ما زلت هنا؟',
    'strong',
    'هل ما زلت هنا؟',
    'timer',
    'ستُغلق هذه المحادثة بعد دقيقة.',
    'button, البقاء في المحادثة',
    'form',
    'button, إرفاق ملف',
    'textbox, الرسالة, not invalid, placeholder اكتب رسالة',
  ]);
  expect(await readByJumps(document.body, 'moveToNextHeading')).toEqual(['heading, تحدّث معنا, level 2']);
});
