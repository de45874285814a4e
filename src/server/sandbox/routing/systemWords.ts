/** What the contact centre itself says to customers. */
export const systemWords = {
  nobodyHere: 'Nobody is at the desk right now. We keep your message and answer as soon as somebody is back.',
  outOfHours: 'We are closed at the moment. We keep your message and answer when we open again.',
  position: (place: number): string =>
    place === 1
      ? 'All our colleagues are in conversation. You are next.'
      : `All our colleagues are in conversation. You are number ${place} in the queue.`,
  transferred: 'You are being connected to somebody else.',
} as const;
