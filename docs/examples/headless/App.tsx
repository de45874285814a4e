import { useState } from 'react';
import type { ReactElement } from 'react';
import {
  ChatProvider,
  useConnectionStatus,
  useMessages,
  useSendMessage,
  useSession,
  useTyping,
} from 'colloquy';
import type { ChatClient } from 'colloquy';

/** A user interface of one's own on the hooks: no component, no style, no word of Colloquy's. */
export function App({ client }: { client: ChatClient }): ReactElement {
  return (
    <ChatProvider client={client}>
      <Conversation />
    </ChatProvider>
  );
}

function Conversation(): ReactElement {
  const { session } = useSession();
  const { connection, retry } = useConnectionStatus();
  const { timeline: items } = useMessages();
  const { typing } = useTyping();
  return (
    <section aria-label="Help desk">
      <p role="status">{session.status === 'open' ? connection.status : session.status}</p>
      {connection.status === 'failed' && (
        <button type="button" onClick={retry}>
          Reconnect
        </button>
      )}
      <ol>
        {items.map((item) =>
          item.kind === 'message' ? (
            <li key={item.key} data-status={item.message.delivery.status}>
              <b>{item.message.own ? 'Me' : (item.message.sender?.displayName ?? 'Desk')}</b>{' '}
              {item.message.body.text}
            </li>
          ) : null,
        )}
      </ol>
      {typing.length > 0 && <p>Somebody is writing …</p>}
      <Line />
    </section>
  );
}

function Line(): ReactElement {
  const { canSend, send } = useSendMessage();
  const { notifyTyping } = useTyping();
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setText('');
        // Rejects only where the message could not even be kept: then it is the person's again.
        send({ body: { type: 'text', text } }).catch(() => setText(text));
      }}
    >
      <label>
        Your message{' '}
        <input
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            notifyTyping();
          }}
        />
      </label>
      <button type="submit" disabled={!canSend || text.trim() === ''}>
        Send
      </button>
    </form>
  );
}
