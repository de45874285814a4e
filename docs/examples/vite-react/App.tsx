import type { ReactElement } from 'react';
import { Chat, ChatProvider, createTokenEndpoint, themeFromBrand } from 'colloquy';

const integrationId = 'your-integration-id';
const options = {
  baseUrl: 'https://chat.example.com',
  integrationId,
  jwtProvider: createTokenEndpoint('/token', integrationId).provide,
};
const theme = themeFromBrand('#0a6e5c');

/** The whole chat in one's own colour. */
export function App(): ReactElement {
  return (
    <ChatProvider options={options}>
      <Chat theme={theme} />
    </ChatProvider>
  );
}
