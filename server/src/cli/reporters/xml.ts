import { printable } from '../terminal';

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
]);

/** Text as XML 1.0 can hold it: control characters become visible, halves of characters are replaced. */
export function xml(text: string): string {
  return printable(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"\n]/g, (character) => ENTITIES.get(character) ?? character);
}
