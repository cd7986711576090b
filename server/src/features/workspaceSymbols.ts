import { foldName, type SymbolKind } from '../model/occurrence';
import type { BotSnapshot } from '../project/snapshot';
import { inPieces } from '../text/inPieces';
import { bareName, type FilePlace } from './place';

export interface WorkspaceSymbol extends FilePlace {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What it belongs to: the bot, for a dialog bot and flow. */
  readonly container: string;
}

const KINDS: readonly SymbolKind[] = [
  'bot',
  'intent',
  'entity',
  'flow',
  'dialog',
  'variable',
  'context',
  'test',
];

/** More than anyone reads; a workspace may hold tens of thousands. Editors ask again with every letter. */
const LIMIT = 1000;

/** A name that holds the letters that are looked for. */
interface Hit {
  readonly bot: BotSnapshot;
  readonly kind: SymbolKind;
  readonly name: string;
}

/**
 * Definitions of all bots whose name holds the letters of `query` in their order, case folded: those that begin with it
 * first, then those in which it stands, and no more than anyone reads. In steps, each of which looks at some names or at
 * one file.
 */
export function* workspaceSymbols(
  bots: readonly BotSnapshot[],
  query: string,
): Generator<void, readonly WorkspaceSymbol[], void> {
  const letters = foldName(query).replace(/\s+/g, '');
  const found: Hit[][] = RANKS.map(() => []);
  for (const bot of bots) {
    for (const kind of KINDS) {
      const names = yield* bot.namesInSteps(kind);
      yield* inPieces(names, (name) => {
        const rank = rankOf(foldName(name), foldName(bareName(kind, name)), letters);
        const alike = rank === undefined ? undefined : found[rank];
        if (alike && alike.length < LIMIT) alike.push({ bot, kind, name });
      });
    }
  }
  const symbols: WorkspaceSymbol[] = [];
  for (const hit of found.flat()) {
    symbols.push(...placesOf(hit));
    if (symbols.length >= LIMIT) break;
    yield;
  }
  return symbols.slice(0, LIMIT);
}

/** From the best to the weakest way in which a name holds letters. */
const RANKS: readonly ((name: string, bare: string, letters: string) => boolean)[] = [
  (_, bare, letters) => bare === letters,
  (_, bare, letters) => bare.startsWith(letters),
  (name, _, letters) => name.includes(letters),
  (name, _, letters) => holdsLetters(name, letters),
];

function rankOf(name: string, bare: string, letters: string): number | undefined {
  const rank = RANKS.findIndex((holds) => holds(name, bare, letters));
  return rank < 0 ? undefined : rank;
}

/** Where a name is defined: at several places when it is there more than once. */
function placesOf({ bot, kind, name }: Hit): readonly WorkspaceSymbol[] {
  return bot.definitions(kind, name).map((occurrence) => {
    const bare = bareName(kind, occurrence.name);
    const flow = kind === 'dialog' ? occurrence.name.slice(0, -bare.length - 1) : '';
    return {
      kind,
      name: bare,
      container: flow === '' ? bot.id : `${bot.id} › ${flow}`,
      file: occurrence.file,
      span: occurrence.span,
    };
  });
}

function holdsLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
