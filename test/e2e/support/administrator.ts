import { until, type Demo } from './demo.ts';

/** Makes an integration on the seeded messaging element, through the sandbox's administration API. Resolves with its id when pages can use it. */
export async function createIntegration(
  demo: Demo,
  body: Readonly<Record<string, unknown>>,
): Promise<string> {
  const base = `${demo.config.sandboxUrl}/admin/v1`;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const post = async (path: string, sent: unknown): Promise<Record<string, string>> => {
    const response = await fetch(`${base}/${path}`, { method: 'POST', headers, body: JSON.stringify(sent) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  headers['authorization'] = `Bearer ${(await post('sign-in', demo.config.admin))['token']}`;
  const channelProviderId = demo.config.integrations.find(
    (each) => each.kind === 'messaging',
  )?.channelProviderId;
  const made = await post('integrations', { kind: 'messaging', channelProviderId, ...body });
  const id = made['integrationId'] ?? '';
  const listed = async (): Promise<boolean> =>
    (await demo.reread()).integrations.some((each) => each.id === id);
  await until(listed, 'the new integration in demo.json');
  return id;
}
