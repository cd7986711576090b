import type { Match, Matcher } from '../matcher';

/** What ends an address in running text. */
const CHUNK = /[^\s<>"“”«»]+/gu;
const OPENING = /^[([{'‘,;:]+/u;
const EXPLICIT = /^(?:https?:\/\/|www\.)[^\s/]/iu;
/** A bare host counts only under a domain that is no word: `see.you` is no address. */
const BARE =
  /^(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|edu|gov|info|io|app|dev|ai|eu|be|nl|de|fr|es|uk|ie|at|ch|lu|it|pt|us|ca)(?:[:/?#]|$)/iu;

/** Web addresses. The value is the address; one that is written without a scheme gets `https://`. */
export const urlMatcher: Matcher = (text) => {
  const matches: Match[] = [];
  for (const chunk of text.matchAll(CHUNK)) {
    const lead = OPENING.exec(chunk[0])?.[0].length ?? 0;
    const address = withoutPunctuation(chunk[0].slice(lead));
    if (address.includes('@') && !address.includes('/')) continue;
    if (!EXPLICIT.test(address) && !BARE.test(address)) continue;
    const start = chunk.index + lead;
    const value = /^https?:/i.test(address) ? address : `https://${address}`;
    matches.push({ value, start, end: start + address.length, score: 1 });
  }
  return matches;
};

/** Without the punctuation of the sentence; a closing bracket stays when the address opened it. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const opening = last === ')' ? '(' : last === ']' ? '[' : last === '}' ? '{' : undefined;
    if (opening === undefined && !/^[.,;:!?'’]$/u.test(last)) break;
    if (opening !== undefined && count(address, opening, end) >= count(address, last, end)) break;
    end--;
  }
  return address.slice(0, end);
}

function count(text: string, sign: string, end: number): number {
  let found = 0;
  for (let i = 0; i < end; i++) if (text.charAt(i) === sign) found++;
  return found;
}
