import { isSafeUrl, type CarouselItem, type MessageBody as WireBody } from '../../../protocol/index.ts';
import { ElementType, type Attachment, type Item, type MessageBody, type TextFormat } from './types.ts';

/** A body in the documented form (axp.md 2.4 and 3). Links are https, loopback excepted; text is never HTML. */
export function bodyOf(body: WireBody): MessageBody {
  switch (body.type) {
    case 'text': {
      const format = body.format === 'markdown' ? 'MARKDOWN' : 'PLAINTEXT';
      const actions = body.actions && { actions: body.actions.map((action) => ({ ...action })) };
      return textBody(ElementType.TEXT, body.text, actions, format);
    }
    case 'carousel':
      return textBody(ElementType.CAROUSEL, body.text, { items: body.items.map(itemOf) });
    case 'location': {
      const { text, latitude, longitude, name, address } = body;
      const location = { ...(address !== undefined && { address }), ...(name !== undefined && { name }) };
      return textBody(ElementType.LOCATION, text, {
        coordinates: { lat: latitude, long: longitude },
        ...(Object.keys(location).length > 0 && { location }),
      });
    }
    case 'choice': {
      const { action, text, payload } = body;
      const elementType = action === 'reply' ? ElementType.REPLY : ElementType.POST_BACK;
      // The text of a choice is that of its action; the message's own is empty (axp.md 3.3).
      return textBody(elementType, '', { selectedAction: { type: action, text, payload } });
    }
    case 'files': {
      const isImage = body.attachments.every(({ contentType }) => contentType.startsWith('image/'));
      const elementType = isImage && body.attachments.length > 0 ? ElementType.IMAGE : ElementType.FILE;
      const attachmentIds = body.attachments.map(({ attachmentId }) => attachmentId);
      return textBody(elementType, body.text, { attachmentIds });
    }
    case 'unsupported':
      return textBody(ElementType.TEXT, body.text);
  }
}

/** Files of a message with whole addresses; undefined where there are none. */
export function attachmentsOf(body: WireBody, baseUrl: string): Attachment[] | undefined {
  if (body.type !== 'files') return undefined;
  return body.attachments.map(({ attachmentId, name, sizeBytes, contentType, url }) => ({
    attachmentId,
    attachmentName: name,
    attachmentSize: sizeBytes,
    attachmentUrl: wholeUrl(url, baseUrl),
    contentType,
  }));
}

/** Empty where it leads to nowhere that is safe. */
function wholeUrl(url: string, baseUrl: string): string {
  const whole = URL.canParse(url, baseUrl) ? new URL(url, baseUrl).href : '';
  return isSafeUrl(whole) ? whole : '';
}

function textBody(
  elementType: ElementType,
  text: string,
  richMediaPayload?: MessageBody['richMediaPayload'],
  textFormat: TextFormat = 'PLAINTEXT',
): MessageBody {
  return { elementType, elementText: { text, textFormat }, ...(richMediaPayload && { richMediaPayload }) };
}

function itemOf({ title, description, mediaUrl, actions }: CarouselItem): Item {
  return {
    title,
    actions: actions.map((action) => ({ ...action })),
    ...(description !== undefined && { description }),
    ...(mediaUrl !== undefined && { mediaUrl }),
  };
}
