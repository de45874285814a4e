import type { RichAction, RichItem } from '../../../protocol/axp/index.ts';
import type { DeskAction, DeskCard, DeskContent } from '../../../protocol/desk/index.ts';
import { given } from '../core/given.ts';
import type { AttachmentRecord, MessageRecord } from '../core/records.ts';
import type { World } from '../core/world.ts';

/** What a message says, in the desk's words. */
export async function contentOf(world: World, message: MessageRecord): Promise<DeskContent> {
  const { body } = message;
  const text = body.elementText?.text ?? '';
  const rich = body.richMediaPayload;
  if (message.attachments.length > 0) {
    const attachments = await Promise.all(message.attachments.map((one) => deskAttachment(world, one)));
    return { kind: 'files', attachments, ...given({ caption: text === '' ? undefined : text }) };
  }
  if (rich?.selectedAction) {
    const { type, text: label, payload } = rich.selectedAction;
    return {
      kind: 'choice',
      choice: type === 'postback' ? 'postback' : 'reply',
      text: label,
      payload: payload ?? '',
    };
  }
  if (rich?.coordinates)
    return {
      kind: 'location',
      lat: rich.coordinates.lat,
      long: rich.coordinates.long,
      ...given({
        name: rich.location?.name,
        address: rich.location?.address,
        text: text === '' ? undefined : text,
      }),
    };
  return {
    kind: 'text',
    text,
    actions: (rich?.actions ?? []).map(deskAction),
    cards: (rich?.items ?? []).map(deskCard),
  };
}

/** A file as the desk shows it: an absolute, signed link. */
export async function deskAttachment(world: World, one: AttachmentRecord) {
  const path = await world.links.path('GET', one.attachmentId);
  return {
    attachmentId: one.attachmentId,
    name: one.name,
    contentType: one.contentType,
    sizeBytes: one.size,
    url: `${world.baseUrl}/api/media-store${path}`,
  };
}

function deskCard(item: RichItem): DeskCard {
  const { title, description, mediaUrl, actions } = item;
  return { title, actions: actions.map(deskAction), ...given({ description, mediaUrl }) };
}

function deskAction(action: RichAction): DeskAction {
  const { text, iconUrl } = action;
  switch (action.type) {
    case 'link':
      return { type: 'link', text, uri: action.uri ?? '', ...given({ iconUrl }) };
    case 'locationRequest':
      return { type: 'locationRequest', text, ...given({ iconUrl }) };
    default:
      return {
        type: action.type === 'reply' ? 'reply' : 'postback',
        text,
        payload: action.payload ?? '',
        ...given({ iconUrl }),
      };
  }
}
