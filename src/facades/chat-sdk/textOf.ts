import { isSafeUrl, type Action, type MessageBody } from '../../protocol/index.ts';

/**
 * The text that stands for a body: whoever shows only text misses nothing that a person could read. Always to be shown as
 * plain text: pages write anything else as HTML. @param baseUrl what the addresses of files begin with.
 */
export function textOf(body: MessageBody, baseUrl: string): string {
  switch (body.type) {
    case 'text':
      return lines(body.text, ...(body.actions ?? []).map(lineOf));
    case 'carousel':
      return lines(
        body.text,
        ...body.items.flatMap(({ title, description, actions }) => [
          description ? `${title}: ${description}` : title,
          ...actions.map(lineOf),
        ]),
      );
    case 'location':
      return lines(
        body.text,
        ...[body.name, body.address].filter((part) => part !== body.text),
        `${body.latitude}, ${body.longitude}`,
      );
    case 'files':
      return lines(
        body.text,
        ...body.attachments.map(({ name, url }) => `${name} ${wholeUrl(url, baseUrl)}`.trim()),
      );
    case 'choice':
    case 'unsupported':
      return body.text;
  }
}

/** The connector's own files come without its address; what is no web address is nothing to click on. */
function wholeUrl(url: string, baseUrl: string): string {
  try {
    const { href } = new URL(url, baseUrl);
    return isSafeUrl(href) ? href : '';
  } catch {
    return '';
  }
}

function lineOf(action: Action): string {
  return action.type === 'link' ? `- ${action.text}: ${action.uri}` : `- ${action.text}`;
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
