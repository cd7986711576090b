/** Text on one line with at most `most` characters as people see them; an ellipsis stands for what is left out. */
export function shorten(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const characters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}
