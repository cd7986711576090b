/** True when the line above the one of `offset` is blank. */
export function isApart(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1);
  if (start <= 0) return false;
  const above = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return above.trim() === '';
}
