import type { Expression, ExpressionBlock, Intent } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { Uri } from '../../text/uri';
import { factTable, type MeetingTable, oncePerTree } from '../engine/table';
import { normalFormsOf } from '../support/expressions';
import { similarityKeys, type Wording, wordingOf } from '../support/similar';
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

/** Files with the same expression in a language: ignoring case, accents, punctuation and annotations. */
export const sameExpressions: MeetingTable = {
  kind: 'meeting',
  of: (file) => {
    const found = new Map<number, number>();
    for (const { intent, language, block } of blocksIn(file)) {
      const owner = wideHash(foldName(intent.name.value), '') | 0;
      for (const form of normalFormsOf(block)) {
        const key = wideHash(language, form);
        found.set(key, mixed((found.get(key) ?? 0) ^ owner));
      }
    }
    return found;
  },
  // All that a later file wants to know is who is the first.
  concerned: (files, index) => (index === 0 ? files.slice(1) : NOBODY),
};

export function sameExpressionKey(language: string, form: string): number {
  return wideHash(language, form);
}

/** Keys that more files share tell nothing: words that everybody uses. Looking closer would cost too much. */
export const TOO_COMMON = 16;

/** Files with expressions in a language that may be nearly the same. */
export const similarExpressions: MeetingTable = {
  kind: 'meeting',
  of: (file) => {
    const found = new Map<number, number>();
    for (const { intent, language, block } of blocksIn(file)) {
      const owner = wideHash(foldName(intent.name.value), '') | 0;
      const forms = normalFormsOf(block);
      for (const [index, key] of similarityKeys(block).entries()) {
        const expression = block.expressions[index];
        if (key === 0 || !expression) continue;
        const own = similarKey(language, key);
        const normal = forms[index] ?? '';
        const masked = expression.annotations.length === 0 ? '' : wordingOf(expression, normal).join(' ');
        found.set(own, mixed((found.get(own) ?? 0) ^ owner ^ (wideHash(normal, masked) | 0)));
      }
    }
    return found;
  },
  concerned: (files) => (files.length <= TOO_COMMON + 1 ? files : NOBODY),
};

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

/** More of one file are not compared. */
const MOST_OF_A_FILE = 16;

/** Made for files that have keys in common with others. */
const placesByKey = oncePerTree((file) => {
  const found = new Map<number, { readonly placed: IntentBlock; readonly index: number }[]>();
  for (const placed of blocksIn(file)) {
    for (const [index, key] of similarityKeys(placed.block).entries()) {
      if (key === 0) continue;
      const own = similarKey(placed.language, key);
      if ((found.get(own)?.length ?? 0) < MOST_OF_A_FILE) append(found, own, { placed, index });
    }
  }
  return found;
});

/** The key of one language: the same words in two languages are two things to say. */
export function similarKey(language: string, key: number): number {
  let own = key;
  for (let index = 0; index < language.length; index++) own = mixed(own ^ language.charCodeAt(index));
  return own;
}

const NOBODY: readonly Uri[] = [];

/** Two FNV-1a hashes side by side, as many bits as a number holds exactly (53). */
function wideHash(language: string, text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let index = 0; index < language.length; index++) {
    const unit = language.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  low = Math.imul(low ^ 0x1f, 0x01000193);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return (mixed(low) >>> 0) * 0x200000 + (mixed(high) >>> 11);
}

/** Murmur's last steps: without them sums of short hashes collide. */
function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
