/** What stands in a face in place of the initials: an emoji or two letters. An address or a sentence does not fit there. */
export function signOf(avatar: string | null | undefined): string | null {
  const sign = avatar?.trim() ?? '';
  const letters = [...new Intl.Segmenter().segment(sign)].length;
  return letters === 0 || letters > 2 ? null : sign;
}
