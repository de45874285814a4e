import * as C from '../../src/components/index.ts';
import { anna, bot, conversation, message, NOW_MS } from '../../stories/components/conversation.ts';
import { describeConformance } from '../support/describeConformance.tsx';

const nothing = (): void => {};
const text = message(1, { type: 'text', text: 'Hello', format: 'plain' }, { sender: bot });

describeConformance('Avatar', C.Avatar, { participant: anna });
describeConformance('Button', C.Button, { children: 'Go' });
describeConformance('IconButton', C.IconButton, { icon: 'send', label: 'Send message' });
describeConformance('VisuallyHidden', C.VisuallyHidden, { children: 'heard' });

describeConformance('Launcher', C.Launcher, { unread: 3 });
describeConformance('Frame', C.Frame, { children: 'Hello' });
describeConformance('Header', C.Header, {
  participants: [bot, anna],
  heading: 'Bicycle shop',
  onMinimize: nothing,
  onEnd: nothing,
});

describeConformance(
  'MessageList',
  C.MessageList,
  { items: conversation.slice(0, 8), nowMs: NOW_MS },
  (list) => <div style={{ display: 'flex', blockSize: 400 }}>{list}</div>,
);
describeConformance('MessageRow', C.MessageRow, { message: text });
describeConformance('DateDivider', C.DateDivider, { atMs: NOW_MS, nowMs: NOW_MS });
describeConformance('NewDivider', C.NewDivider, {});
describeConformance('NewPill', C.NewPill, { count: 2 });
describeConformance('SystemLine', C.SystemLine, { faces: [anna], children: 'Anna joined the chat' });
describeConformance('GapRow', C.GapRow, { status: 'failed', onRetry: nothing });

describeConformance('Bubble', C.Bubble, { side: 'own', children: 'Hello' });
describeConformance('MessageText', C.MessageText, {
  format: 'markdown',
  text: 'A **bold** word, `code`, https://shop.example\n\n- one\n- two\n\n```\nlong\n```',
});
describeConformance('StatusMark', C.StatusMark, { delivery: { status: 'delivered' } });
describeConformance('TypingDots', C.TypingDots, { participants: [anna] });

describeConformance('QuickReplies', C.QuickReplies, {
  replies: [
    { type: 'reply', text: 'Yes', payload: 'Y' },
    { type: 'reply', text: 'No', payload: 'N' },
  ],
  chosen: 'Y',
});
describeConformance('ActionButtons', C.ActionButtons, {
  actions: [
    { type: 'postback', text: 'Track parcel', payload: 'T' },
    { type: 'link', text: 'Opening hours', uri: 'https://shop.example/hours' },
    { type: 'locationRequest', text: 'Share where you are' },
  ],
});
describeConformance('Carousel', C.Carousel, {
  items: [
    { title: 'Small', description: '5 GB', actions: [{ type: 'postback', text: 'Take it', payload: 'S' }] },
    { title: 'Large', actions: [{ type: 'postback', text: 'Take it', payload: 'L' }] },
  ],
});
describeConformance('LocationCard', C.LocationCard, {
  location: { latitude: 48.1, longitude: 11.5, name: 'Branch 7', address: '1 Example Street' },
});
describeConformance('LinkCard', C.LinkCard, { url: 'https://shop.example/a', heading: 'Guide' });
describeConformance('ImageAttachment', C.ImageAttachment, {
  name: 'a.png',
  src: undefined,
  width: 320,
  height: 200,
});
describeConformance('FileAttachment', C.FileAttachment, {
  name: 'invoice.pdf',
  sizeBytes: 20_480,
  href: 'https://shop.example/invoice.pdf',
});

describeConformance('Composer', C.Composer, { accept: ['pdf'], text: 'Hello' });
describeConformance('AttachmentChips', C.AttachmentChips, {
  files: [new File(['x'], 'a.pdf', { type: 'application/pdf' })],
  onRemove: nothing,
});

describeConformance('IdleWarning', C.IdleWarning, { endsAtMs: NOW_MS, graceMs: 60_000 });
describeConformance('ConnectionBanner', C.ConnectionBanner, {
  connection: { status: 'failed', reason: 'SERVER_UNREACHABLE', message: '' },
  onTryNow: nothing,
});
describeConformance('EndedCard', C.EndedCard, { onContinue: nothing, onNewChat: nothing });
describeConformance('EmptyState', C.EmptyState, { participants: [anna] });
describeConformance('ErrorState', C.ErrorState, { onRetry: nothing });
