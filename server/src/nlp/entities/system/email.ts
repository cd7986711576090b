import type { Match, Matcher } from '../matcher';

/** RFC 5321: 64 before the sign, 255 behind it. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]$/u;
const DOMAIN = /^[\p{L}\p{N}.-]$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/** E-mail addresses. The value is the address with its domain in lower case. */
export const emailMatcher: Matcher = (text) => {
  const matches: Match[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start--;
    while (start < at && /^[.'`]$/.test(text.charAt(start))) start++;
    let end = at + 1;
    while (end < text.length && end - at <= LONGEST_DOMAIN && DOMAIN.test(text.charAt(end))) end++;
    while (end > at && /^[.-]$/.test(text.charAt(end - 1))) end--;
    const local = text.slice(start, at);
    const domain = text.slice(at + 1, end);
    if (!isLocal(local) || !isDomain(domain)) continue;
    matches.push({ value: `${local}@${domain.toLowerCase()}`, start, end, score: 1 });
    from = end;
  }
  return matches;
};

function isLocal(local: string): boolean {
  return local !== '' && !local.endsWith('.') && !local.includes('..');
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    /^\p{L}{2,}$/u.test(labels.at(-1) ?? '')
  );
}
