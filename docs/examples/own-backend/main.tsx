import { createRoot } from 'react-dom/client';
import { Chat, ChatProvider } from 'colloquy';
import { createEchoClient } from './createEchoClient.ts';

const client = createEchoClient();
createRoot(document.querySelector('#root') ?? document.body).render(
  <ChatProvider client={client}>
    <Chat />
  </ChatProvider>,
);
