/** For fields that may be empty: then there is no value, which is neither the empty text nor zero. */
export const orNull = { setValueAs: (value: string | null) => (value === '' ? null : value) };
export const orNoNumber = { setValueAs: (typed: string | number | null | undefined) => numberOf(typed) ?? undefined };
export const orNullNumber = { setValueAs: (typed: string | number | null | undefined) => numberOf(typed) };

function numberOf(typed: string | number | null | undefined): number | null {
  return typed === '' || typed === null || typed === undefined ? null : Number(typed);
}
