import { systemClock } from '../../lib/index.ts';
import type { Clock } from '../../lib/index.ts';
import type { MountedChat, MountOptions } from '../chatModule.ts';
import { createAtLarge } from '../atLarge.ts';
import type { FrameMessage } from './frameMessages.ts';
import { holdFrame } from './holdFrame.ts';

/**
 * The chat in a frame on an origin of its own (`data-frame`), in place of `mountChat`: the same chat, of which this page
 * sees neither token nor transcript. Everything goes through one port, which only the frame's exact origin is given.
 */
export function mountChat(options: MountOptions, clock: Clock = systemClock): MountedChat {
  const { config, onUnread, onConversation, onEvent } = options;
  const atLarge = createAtLarge(options);
  let onEnded: () => void = () => undefined;
  const hear = (told: FrameMessage): void => {
    if (told.type === 'minimize' && config.shell === 'floating') options.onMinimize();
    if (told.type === 'unread') onUnread(told.count, told.label);
    if (told.type === 'conversation') onConversation(told.there);
    if (told.type === 'message') onEvent('message', undefined);
    if (told.type === 'error') onEvent('error', { code: told.code });
    if (told.type === 'ended') onEnded();
  };
  const held = holdFrame(options, clock, hear);
  const destroy = (): void => {
    atLarge(false);
    held.destroy();
    onEnded();
  };
  return {
    setOpen(open, quiet = false) {
      atLarge(open);
      held.setOpen(open, open && !quiet);
      held.say({ type: 'open', open, quiet });
    },
    send: (text) => held.say({ type: 'send', text }),
    setContext(changed) {
      held.setParameters(changed);
      held.say({ type: 'context', parameters: changed });
    },
    identify: () => held.say({ type: 'identify' }),
    async logout() {
      if (held.isThere())
        await new Promise<void>((resolve) => ((onEnded = resolve), held.say({ type: 'logout' })));
      destroy();
    },
    destroy,
  };
}
