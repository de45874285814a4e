/** How many elements two lists have in common from the start: the same references at the same places. */
export function commonLength(one: readonly unknown[], two: readonly unknown[]): number {
  const end = Math.min(one.length, two.length);
  let at = 0;
  while (at < end && one[at] === two[at]) at++;
  return at;
}
