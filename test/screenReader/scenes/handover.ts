/** What is announced from the message that asks for a person until the first agent of the demo has taken the conversation. */
export const HANDED_OVER = [
  'Sent',
  'Greeter joined the chat',
  'Greeter: I am connecting you to a person. One moment, please.',
  'Greeter left the chat',
  'Alex Morgan joined the chat',
] as const;
