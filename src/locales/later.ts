/**
 * Makes something when it is first asked for, once. Makers of Intl cost a millisecond each, and a page that opens a chat
 * waits for all of them.
 */
export function later<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
