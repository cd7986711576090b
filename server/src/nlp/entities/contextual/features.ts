import { hash32 } from '../../text/features';
import type { TagWord } from './words';

/** What does not depend on the tags before: the same for every way to tag a message. */
export interface WordContext {
  /** Feature hashes. */
  readonly hashes: ReadonlySet<number>;
  readonly before: string;
  readonly word: string;
  readonly after: string;
  readonly shape: string;
}

/** Sets the tagger's features apart from those of the classifier. */
const SEED = 0x7a66;

const kind = (name: string): number => hash32(SEED, name);
const KIND = {
  word: kind('word'),
  before: kind('before'),
  after: kind('after'),
  before2: kind('before2'),
  after2: kind('after2'),
  pairBefore: kind('pair before'),
  pairAfter: kind('pair after'),
  around: kind('around'),
  twoBefore: kind('two before'),
  twoAfter: kind('two after'),
  prefix: kind('prefix'),
  suffix: kind('suffix'),
  shape: kind('shape'),
  shapes: kind('shapes'),
  intent: kind('intent'),
  intentWord: kind('intent word'),
  intentBefore: kind('intent before'),
  intentAfter: kind('intent after'),
};
const TAG_KIND = {
  tag: kind('tag'),
  tags: kind('tags'),
  tagWord: kind('tag word'),
  tagBefore: kind('tag before'),
  tagAfter: kind('tag after'),
  tagPair: kind('tag pair'),
  tagShape: kind('tag shape'),
  tagIntent: kind('tag intent'),
};

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
    const add = (seed: number, text: string): unknown => hashes.add(hash32(seed, text));
    add(KIND.word, here);
    add(KIND.before, before);
    add(KIND.after, after);
    add(KIND.before2, at(-2).folded);
    add(KIND.after2, at(2).folded);
    add(KIND.pairBefore, `${before} ${here}`);
    add(KIND.pairAfter, `${here} ${after}`);
    add(KIND.around, `${before} ${after}`);
    add(KIND.twoBefore, `${at(-2).folded} ${before}`);
    add(KIND.twoAfter, `${after} ${at(2).folded}`);
    for (let size = 1; size <= LONGEST_AFFIX && size < here.length; size++) {
      add(KIND.prefix, here.slice(0, size));
      add(KIND.suffix, here.slice(-size));
    }
    add(KIND.shape, word.shape);
    add(KIND.shapes, `${at(-1).shape} ${word.shape} ${at(1).shape}`);
    add(KIND.intent, intent);
    add(KIND.intentWord, `${intent} ${here}`);
    add(KIND.intentBefore, `${intent} ${before}`);
    add(KIND.intentAfter, `${intent} ${after}`);
    return { hashes, before, word: here, after, shape: word.shape };
  });
}

/** Features of a word that depend on the tags of the two words before it. */
export function tagFeatures(
  { before, word, after, shape }: WordContext,
  intent: string,
  tag: number,
  tagBefore: number,
): readonly number[] {
  return [
    hash32(TAG_KIND.tag, `${tag} `),
    hash32(TAG_KIND.tags, `${tag} ${tagBefore}`),
    hash32(TAG_KIND.tagWord, `${tag} ${word}`),
    hash32(TAG_KIND.tagBefore, `${tag} ${before}`),
    hash32(TAG_KIND.tagAfter, `${tag} ${after}`),
    hash32(TAG_KIND.tagPair, `${tag} ${before} ${word}`),
    hash32(TAG_KIND.tagShape, `${tag} ${shape}`),
    hash32(TAG_KIND.tagIntent, `${tag} ${intent}`),
  ];
}
