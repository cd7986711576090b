/** A message as an expression: one line, in which brackets are brackets, and nothing that no file may hold. */
export function asExpression(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[[\]]/g, (bracket) => `\\${bracket}`);
}
