import { hash32 } from '../../text/features';
import type { TagWord } from './words';

/** What does not depend on the tags before: the same for every way to tag a message. */
export interface WordContext {
  /** Distinct feature hashes. */
  readonly hashes: readonly number[];
  readonly before: string;
  readonly word: string;
  readonly after: string;
  readonly shape: string;
}

const EDGE = { folded: '', shape: '' };
const LONGEST_AFFIX = 4;

/** Features of each word: itself and its neighbours, how it begins and ends, how it is written, and what is meant. */
export function wordContexts(words: readonly TagWord[], intent: string): readonly WordContext[] {
  return words.map((word, i) => {
    const at = (offset: number): Pick<TagWord, 'folded' | 'shape'> => words[i + offset] ?? EDGE;
    const here = word.folded;
    const before = at(-1).folded;
    const after = at(1).folded;
    const hashes = new Set<number>();
    const add = (kind: string, text: string): unknown => hashes.add(hash32(hash32(SEED, kind), text));
    add('word', here);
    add('before', before);
    add('after', after);
    add('before2', at(-2).folded);
    add('after2', at(2).folded);
    add('pair before', `${before} ${here}`);
    add('pair after', `${here} ${after}`);
    add('around', `${before} ${after}`);
    add('two before', `${at(-2).folded} ${before}`);
    add('two after', `${after} ${at(2).folded}`);
    for (let size = 1; size <= LONGEST_AFFIX && size < here.length; size++) {
      add('prefix', here.slice(0, size));
      add('suffix', here.slice(-size));
    }
    add('shape', word.shape);
    add('shapes', `${at(-1).shape} ${word.shape} ${at(1).shape}`);
    add('intent', intent);
    add('intent word', `${intent} ${here}`);
    add('intent before', `${intent} ${before}`);
    add('intent after', `${intent} ${after}`);
    return { hashes: [...hashes], before, word: here, after, shape: word.shape };
  });
}

/** Features of a word that depend on the tags of the two words before it. */
export function* tagFeatures(
  { before, word, after, shape }: WordContext,
  intent: string,
  tag: number,
  tagBefore: number,
): Generator<number> {
  const add = (kind: string, text: string): number => hash32(hash32(SEED, kind), `${tag} ${text}`);
  yield add('tag', '');
  yield add('tags', String(tagBefore));
  yield add('tag word', word);
  yield add('tag before', before);
  yield add('tag after', after);
  yield add('tag pair', `${before} ${word}`);
  yield add('tag shape', shape);
  yield add('tag intent', intent);
}

/** Sets the tagger's features apart from those of the classifier. */
const SEED = 0x7a66;
