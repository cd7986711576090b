import type { ListNode } from '../../syntax/tree';

/** Where the dash of each item stands; undefined where it cannot be told. */
export function dashesOf(list: ListNode, text: string): readonly (number | undefined)[] {
  let at = list.span.start;
  return list.items.map((item) => {
    const dash = nextDash(text, at, item?.span.start ?? text.length);
    at = Math.max(dash === undefined ? at : dash + 1, item?.span.end ?? 0);
    return dash;
  });
}

/** The first dash that starts a token, past blanks, line breaks and comments. */
function nextDash(text: string, from: number, until: number): number | undefined {
  for (let at = from; at < until; at++) {
    const unit = text[at];
    if (unit === '#') {
      const newline = text.indexOf('\n', at);
      if (newline === -1) return undefined;
      at = newline;
    } else if (unit === '-') return at;
    else if (unit !== ' ' && unit !== '\t' && unit !== '\n' && unit !== '\r') return undefined;
  }
  return undefined;
}
