/** The boxes whose title holds the words, case folded, in the order of the picture. None for an empty search. */
export function matchesOf(
  boxes: Iterable<{ readonly id: string; readonly title: string }>,
  words: string,
): readonly string[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return [...boxes].filter(({ title }) => title.toLowerCase().includes(wanted)).map(({ id }) => id);
}
