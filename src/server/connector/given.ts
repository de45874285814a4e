/** Only the fields that have a value, so that optional fields stay absent instead of being undefined. */
export function given<T extends object>(fields: T): Given<T>;
/** The same without its types: the compiler cannot follow the filter. */
export function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** `T` with its possibly undefined fields turned into optional ones. */
export type Given<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
