import type { Message, RichAction, RichItem, RichMedia } from '../../../protocol/axp/index.ts';
import {
  isSafeUrl,
  MAX_ACTION_PAYLOAD_LENGTH,
  MAX_ACTION_TEXT_LENGTH,
  MAX_ACTIONS,
  MAX_ADDRESS_LENGTH,
  MAX_CAROUSEL_ITEMS,
  MAX_ITEM_DESCRIPTION_LENGTH,
  type Action,
  type Attachment,
  type CarouselItem,
  type MessageBody,
  type TextFormat,
} from '../../../protocol/index.ts';
import { given } from '../given.ts';
import { htmlToText } from './htmlToText.ts';

/**
 * A message of the contact centre in the page's shape (axp.md 3.2). Decides by what is there, not by `elementType`,
 * since the sources disagree; what does not fit the page's limits is cut, what is unsafe is left out.
 */
export function fromAxpBody(message: Message, attachments: readonly Attachment[]): MessageBody {
  const { elementType, elementText, richMediaPayload: rich } = message.body;
  const { text, format } = readable(elementText?.text ?? '', elementText?.textFormat);
  if (attachments.length > 0) return { type: 'files', text, attachments: attachments.slice(0, 25) };
  if (rich?.items && rich.items.length > 0) {
    return { type: 'carousel', text, items: rich.items.slice(0, MAX_CAROUSEL_ITEMS).map(itemOf) };
  }
  if (rich?.coordinates) return placeOf(text, rich, rich.coordinates);
  const chosen = rich?.selectedAction;
  if (chosen && (chosen.type === 'reply' || chosen.type === 'postback')) {
    const { type: action } = chosen;
    return { type: 'choice', action, text: label(chosen.text), payload: cut(chosen.payload ?? '', PAYLOAD) };
  }
  const actions = actionsOf(rich?.actions ?? []);
  if (text !== '' || actions.length > 0) {
    return { type: 'text', text, format, ...(actions.length > 0 ? { actions } : {}) };
  }
  return { type: 'unsupported', elementType: cut(elementType, 256), text: message.fallbackText ?? '' };
}

const PAYLOAD = MAX_ACTION_PAYLOAD_LENGTH;

function readable(text: string, textFormat: string | undefined): { text: string; format: TextFormat } {
  switch (textFormat?.toUpperCase()) {
    case 'HTML':
      return { text: htmlToText(text), format: 'plain' };
    case 'MARKDOWN':
      return { text, format: 'markdown' };
    default:
      return { text, format: 'plain' };
  }
}

function placeOf(text: string, rich: RichMedia, at: NonNullable<RichMedia['coordinates']>): MessageBody {
  const name = rich.location?.name;
  const address = rich.location?.address;
  return {
    type: 'location',
    text,
    latitude: at.lat,
    longitude: at.long,
    ...(name ? { name: cut(name, MAX_ACTION_TEXT_LENGTH) } : {}),
    ...(address ? { address: cut(address, MAX_ADDRESS_LENGTH) } : {}),
  };
}

function itemOf(item: RichItem): CarouselItem {
  const { description, mediaUrl } = item;
  return given({
    title: label(item.title),
    description: description ? cut(description, MAX_ITEM_DESCRIPTION_LENGTH) : undefined,
    mediaUrl: mediaUrl !== undefined && isSafeUrl(mediaUrl) ? mediaUrl : undefined,
    actions: actionsOf(item.actions),
  });
}

function actionsOf(actions: readonly RichAction[]): readonly Action[] {
  return actions.slice(0, MAX_ACTIONS).flatMap((action) => actionOf(action) ?? []);
}

/** Undefined for a kind of button that this page does not know, and for a link that leads nowhere safe. */
function actionOf(action: RichAction): Action | undefined {
  const text = label(action.text);
  const payload = cut(action.payload ?? action.text, PAYLOAD);
  switch (action.type) {
    case 'reply': {
      const iconUrl = action.iconUrl !== undefined && isSafeUrl(action.iconUrl) ? action.iconUrl : undefined;
      return given({ type: 'reply' as const, text, payload, iconUrl });
    }
    case 'postback':
      return { type: 'postback', text, payload };
    case 'link':
      return action.uri !== undefined && isSafeUrl(action.uri)
        ? { type: 'link', text, uri: action.uri }
        : undefined;
    case 'locationRequest':
      return { type: 'locationRequest', text };
    default:
      return undefined;
  }
}

/** At least one character: an empty button could not be pressed. */
function label(text: string): string {
  return cut(text === '' ? '…' : text, MAX_ACTION_TEXT_LENGTH);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
