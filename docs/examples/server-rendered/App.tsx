'use client';

import { useState } from 'react';
import type { ReactElement } from 'react';
import { Chat, ChatProvider, createTokenEndpoint } from 'colloquy';

const integrationId = 'your-integration-id';

/** The page that the server writes and the browser takes over. Options are made once for each page, not for each render. */
export function App(): ReactElement {
  const [options] = useState(() => ({
    baseUrl: 'https://chat.example.com',
    integrationId,
    jwtProvider: createTokenEndpoint('/token', integrationId).provide,
  }));
  return (
    <main style={{ blockSize: '100dvh' }}>
      <ChatProvider options={options}>
        {/* A language that the server knows, so that both sides write the same words. */}
        <Chat locale="en" />
      </ChatProvider>
    </main>
  );
}
