import type { Action, MessageBody } from '../../protocol/index.ts';

/** The text that stands for a body: whoever shows only text misses nothing that a person could read. */
export function textOf(body: MessageBody): string {
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
      return lines(body.text, ...body.attachments.map(({ name, url }) => `${name} ${url}`));
    case 'choice':
    case 'unsupported':
      return body.text;
  }
}

function lineOf(action: Action): string {
  return action.type === 'link' ? `- ${action.text}: ${action.uri}` : `- ${action.text}`;
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
