import type { Expression, ExpressionBlock, Intent } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { Uri } from '../../text/uri';
import { factTable, type MeetingTable, oncePerTree } from '../engine/table';
import { normalFormsOf } from '../support/expressions';
import { areLettersAlike, expressionKeys } from '../support/expressionKeys';
import { type Wording, wordingOf } from '../support/similar';
import { append } from './names';

/** The intents of a file, in its order. */
export function intentsIn(file: ProjectFile): readonly Intent[] {
  return file.definitions.filter((definition) => definition.kind === 'intent');
}

/** The expressions of one intent in one language. */
export interface IntentBlock {
  readonly intent: Intent;
  readonly language: string;
  readonly block: ExpressionBlock;
}

/** All blocks of a file, in its order. */
export const blocksIn = oncePerTree((file): readonly IntentBlock[] =>
  intentsIn(file).flatMap((intent) =>
    [...intent.expressions].map(([language, block]) => ({ intent, language, block })),
  ),
);

/** How many expressions each intent has, by `language`: the intents (folded) with their counts. */
export const expressionCounts = factTable(['intent'], (file) => {
  const found = new Map<string, [string, number][]>();
  for (const { intent, language, block } of blocksIn(file)) {
    append(found, language, [foldName(intent.name.value), block.expressions.length] as [string, number]);
  }
  return found;
});

/** The same expression in a language: ignoring case, accents, punctuation and annotations. */
export const sameExpressions: MeetingTable = {
  kind: 'meeting',
  of: (file) =>
    firstOfEachKey(joined(blocksIn(file).map(({ language, block }) => expressionKeys(language, block).same))),
  alike: (a, b) => a === b,
  most: Infinity,
  // All that a later file wants to know is who is the first.
  concerned: (files, changed) => (files[0] === changed ? files : NOBODY),
};

/** Expressions in a language that may be nearly the same. Looking closer at words that everybody uses would cost too much. */
export const similarExpressions: MeetingTable = {
  kind: 'meeting',
  of: (file) => similarEntries(file),
  alike: areLettersAlike,
  most: 16,
  concerned: (files, changed) => files.slice(files.indexOf(changed) + 1),
};

/** The entries of a file in that table: one for each expression, in its order. */
export const similarEntries = oncePerTree(
  (file): Int32Array =>
    firstOfEachKey(
      joined(blocksIn(file).map(({ language, block }) => expressionKeys(language, block).similar)),
    ),
);

/** More expressions of one file with one key are not compared. */
const MOST_OF_A_FILE = 16;

/** Takes away the key of what has the same key as sixteen before it: looking at all of them for each is quadratic. */
function firstOfEachKey(entries: Int32Array): Int32Array {
  const counts = new Map<number, number>();
  let kept = entries;
  for (let at = 0; at < entries.length; at += 2) {
    const key = entries[at] ?? 0;
    const count = counts.get(key) ?? 0;
    if (count < MOST_OF_A_FILE) counts.set(key, count + 1);
    else {
      if (kept === entries) kept = entries.slice();
      kept[at] = 0;
    }
  }
  return kept;
}

function joined(all: readonly Int32Array[]): Int32Array {
  const [first = NO_KEYS] = all;
  if (all.length < 2) return first;
  const keys = new Int32Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of all) {
    keys.set(one, at);
    at += one.length;
  }
  return keys;
}

const NO_KEYS = new Int32Array();
const NOBODY: readonly Uri[] = [];

/** An expression with its words. */
export interface Worded {
  readonly intent: Intent;
  readonly expression: Expression;
  readonly normal: string;
  readonly wording: Wording;
}

/** The expressions of a file that have a key of `similarExpressions`, in its order. */
export function wordingsBehind(file: ProjectFile, key: number): readonly Worded[] {
  return (placesByKey(file).get(key) ?? []).flatMap(({ placed, index }) => {
    const expression = placed.block.expressions[index];
    const normal = normalFormsOf(placed.block)[index] ?? '';
    return expression
      ? [{ intent: placed.intent, expression, normal, wording: wordingOf(expression, normal) }]
      : [];
  });
}

/** Made for files that have keys in common with others. */
const placesByKey = oncePerTree((file) => {
  const found = new Map<number, { readonly placed: IntentBlock; readonly index: number }[]>();
  const entries = similarEntries(file);
  let at = 0;
  for (const placed of blocksIn(file)) {
    for (const index of placed.block.expressions.keys()) {
      const key = entries[at] ?? 0;
      at += 2;
      if (key !== 0) append(found, key, { placed, index });
    }
  }
  return found;
});
