import type { MessageBody } from '../../../protocol/axp/index.ts';
import type { OutgoingBody } from '../../../protocol/index.ts';
import { given } from '../given.ts';
import type { OutgoingFile } from './upstreamAdapter.ts';

/** The customer's words in the contact centre's shape (axp.md 3.3). */
export function toAxpBody(body: OutgoingBody, files: readonly OutgoingFile[]): MessageBody {
  switch (body.type) {
    case 'text':
      return { elementType: 'text', elementText: plain(body.text) };
    case 'choice': {
      const { action: type, text, payload } = body;
      return {
        elementType: type,
        elementText: plain(''),
        richMediaPayload: { selectedAction: { type, text, payload } },
      };
    }
    case 'location': {
      const { latitude: lat, longitude: long, name, address } = body;
      const location = given({ name, address });
      return {
        elementType: 'location',
        elementText: plain(''),
        richMediaPayload: { coordinates: { lat, long }, location },
      };
    }
    case 'files': {
      const pictures = files.length > 0 && files.every((file) => file.contentType.startsWith('image/'));
      return { elementType: pictures ? 'image' : 'file', elementText: plain(body.text) };
    }
  }
}

function plain(text: string): { readonly text: string; readonly textFormat: string } {
  return { text, textFormat: 'PLAINTEXT' };
}
