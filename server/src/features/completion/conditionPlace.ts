/** What may follow in a condition, told from what stands before the cursor. */
export type ConditionPlace =
  /** A value: a variable, a function, a constant. */
  | {
      readonly kind: 'operand';
      readonly compared?: Compared;
      readonly only?: 'variable';
      readonly first: boolean;
    }
  /** Behind a value: what is done with it. `variable` is the name when the value is a variable alone. */
  | { readonly kind: 'operator'; readonly variable?: string; readonly decided: boolean }
  /** Behind a dot. */
  | { readonly kind: 'method'; readonly of: Receiver }
  /** Within a text of the condition. */
  | { readonly kind: 'text'; readonly compared?: Compared };

/** The variable that a value is compared with. */
interface Compared {
  readonly variable: string;
  /** `item`: within the list behind `in`. */
  readonly by: '==' | 'in' | 'item' | 'order';
}

type Receiver = { readonly variable: string } | { readonly text: true } | undefined;

const PIECE =
  /(?<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<open>["'][^]*$)|(?<number>\d[\w.]*)|(?<word>[A-Za-z_]\w*)|(?<sign>&&|\|\||[=!<>]=|[-+*/%<>!?:()[\]{},.])/g;

interface Piece {
  readonly kind: 'text' | 'open' | 'number' | 'word' | 'sign';
  readonly text: string;
}

const EQUALITY: ReadonlySet<string> = new Set(['==', '!=']);
const ORDER: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** What can stand at the end of this piece of a condition; undefined within a number. */
export function conditionPlace(before: string): ConditionPlace | undefined {
  const pieces = piecesOf(before);
  let last = pieces.at(-1);
  if (last?.kind === 'open') {
    return { kind: 'text', ...comparedBefore(pieces.slice(0, -1)) };
  }
  if (last?.kind === 'number' && /[\w.]$/.test(before)) return undefined;
  if (last && /\w$/.test(before)) {
    if (last.kind === 'word') last = pieces.slice(0, -1).at(-1);
    pieces.pop();
  }
  if (last?.text === '.') return { kind: 'method', of: receiver(pieces) };
  if (last && endsValue(last)) return behindValue(pieces, last);
  const [owner, bracket] = pieces.slice(-2);
  const only = bracket?.text === '(' && owner?.text === 'has' ? { only: 'variable' as const } : {};
  return { kind: 'operand', ...comparedBefore(pieces), ...only, first: pieces.length === 0 };
}

function piecesOf(before: string): Piece[] {
  return [...before.matchAll(PIECE)].flatMap(({ 0: text, groups = {} }) => {
    const kind = (['text', 'open', 'number', 'word', 'sign'] as const).find(
      (one) => groups[one] !== undefined,
    );
    return kind ? [{ kind, text }] : [];
  });
}

function endsValue({ kind, text }: Piece): boolean {
  if (kind === 'sign') return text === ')' || text === ']' || text === '}';
  return text !== 'in';
}

function behindValue(pieces: readonly Piece[], last: Piece): ConditionPlace {
  const before = pieces.at(-2)?.text ?? '';
  const decided = EQUALITY.has(before) || ORDER.has(before) || before === 'in' || isList(pieces);
  const isVariable = last.kind === 'word' && before !== '.' && !/^(?:true|false)$/.test(last.text);
  return { kind: 'operator', decided, ...(isVariable && { variable: last.text }) };
}

/** True behind the list of `x in […]`. */
function isList(pieces: readonly Piece[]): boolean {
  if (pieces.at(-1)?.text !== ']') return false;
  const open = pieces.findLastIndex(({ text }) => text === '[');
  return pieces[open - 1]?.text === 'in';
}

function receiver(pieces: readonly Piece[]): Receiver {
  const owner = pieces.at(-2);
  if (owner?.kind === 'text') return { text: true };
  return owner?.kind === 'word' && pieces.at(-3)?.text !== '.' ? { variable: owner.text } : undefined;
}

function comparedBefore(pieces: readonly Piece[]): { readonly compared?: Compared } {
  const last = pieces.at(-1)?.text ?? '';
  if (last === ',' || last === '[') {
    const open = pieces.findLastIndex(({ text }) => text === '[' || text === ']' || text === '(');
    if (pieces[open]?.text !== '[' || pieces[open - 1]?.text !== 'in') return {};
    return variableAt(pieces, open - 2, 'item');
  }
  if (last === 'in') return variableAt(pieces, pieces.length - 2, 'in');
  if (ORDER.has(last)) return variableAt(pieces, pieces.length - 2, 'order');
  return EQUALITY.has(last) ? variableAt(pieces, pieces.length - 2, '==') : {};
}

function variableAt(
  pieces: readonly Piece[],
  index: number,
  by: Compared['by'],
): { readonly compared?: Compared } {
  const piece = pieces[index];
  if (piece?.kind !== 'word' || pieces[index - 1]?.text === '.') return {};
  return { compared: { variable: piece.text, by } };
}
