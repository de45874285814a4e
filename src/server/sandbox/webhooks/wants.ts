/** Whether a subscription to `eventTypes` gets this callback: its own type, the half of MESSAGES it asked for, or ALL. */
export function wants(
  eventTypes: readonly string[],
  callback: { readonly eventType: string; readonly [field: string]: unknown },
): boolean {
  if (eventTypes.includes('ALL') || eventTypes.includes(callback.eventType)) return true;
  if (callback.eventType !== 'MESSAGES') return false;
  const fromCustomer = callback['senderParticipantType'] === 'CUSTOMER';
  return eventTypes.includes(fromCustomer ? 'CUSTOMER_MESSAGES' : 'CC_MESSAGES');
}
