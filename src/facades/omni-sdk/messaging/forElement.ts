/** What the element of the Omni SDK takes from its messaging besides the door: nothing for pages. */
export { attachmentsOf, bodyOf } from './bodyOf.ts';
