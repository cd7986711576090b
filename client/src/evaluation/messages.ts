import type { EvaluationView } from '../../../server/src/protocol';

/** What the panel tells its page. */
export type PanelMessage =
  | { readonly type: 'evaluation'; readonly evaluation: EvaluationView }
  /** Whether an evaluation is under way. */
  | { readonly type: 'working'; readonly working: boolean }
  | { readonly type: 'failed'; readonly reasons: readonly string[] };

/** Lists of a language from which the source is a click away. */
const LISTS = ['misclassified', 'overlaps', 'intents'] as const;

/** A line of a list, by its number in what the panel told; `item` is the expression within an overlap, else 0. */
export interface LineRef {
  readonly language: number;
  readonly list: (typeof LISTS)[number];
  readonly line: number;
  readonly item: number;
}

/** What the page asks of its panel. Nothing of it changes a file or a release. */
export type PageMessage =
  /** The page can be told things; after it was hidden it says so again. */
  | { readonly type: 'ready' }
  | { readonly type: 'evaluate' }
  /** Show the source of a line. */
  | ({ readonly type: 'open' } & LineRef);

/** Texts that the page shows by itself; `{0}` and so on stand for values. */
export interface PageTexts {
  readonly score: string;
  readonly sinceLast: string;
  readonly againstLive: string;
  readonly accuracy: string;
  readonly macroF1: string;
  readonly coverage: string;
  readonly accuracyAtThreshold: string;
  readonly bestThreshold: string;
  readonly calibrationError: string;
  readonly stale: string;
  readonly working: string;
  readonly basis: string;
  readonly intent: string;
  readonly expression: string;
  readonly expressions: string;
  readonly takenFor: string;
  readonly scoreOfBest: string;
  readonly what: string;
  readonly otherIntent: string;
  readonly notUnderstood: string;
  readonly onlyJust: string;
  readonly everything: string;
  readonly listTitle: string;
  readonly pairTitle: string;
  readonly more: string;
  readonly nothingWrong: string;
  readonly noOverlap: string;
  readonly overlap: string;
  readonly cell: string;
  readonly rightCell: string;
  readonly corner: string;
  readonly shownIntents: string;
  readonly precision: string;
  readonly recall: string;
  readonly f1: string;
  readonly plot: string;
}

/** A message of the page, which may have been written by anybody who got into it; undefined for anything else. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Readonly<Record<string, unknown>>;
  const { type } = message;
  if (type === 'ready' || type === 'evaluate') return { type };
  if (type !== 'open') return undefined;
  const list = LISTS.find((known) => known === message['list']);
  const { language, line, item } = message;
  return list && isPlace(language) && isPlace(line) && isPlace(item)
    ? { type, language, list, line, item }
    : undefined;
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
