import { createRoot } from 'react-dom/client';
import { createChatClient, createTokenEndpoint } from 'colloquy';
import { App } from './App.tsx';

const integrationId = 'your-integration-id';
const client = createChatClient({
  baseUrl: 'https://chat.example.com',
  integrationId,
  jwtProvider: createTokenEndpoint('/token', integrationId).provide,
});
createRoot(document.querySelector('#root') ?? document.body).render(<App client={client} />);
