import { Encoding } from '../../classifier/encode';
import { type LinearModel, probabilities } from '../../classifier/linearModel';
import { ln } from '../../classifier/math';
import type { EntityMatch } from '../../contract';
import { tagFeatures, type WordContext, wordContexts } from './features';
import { entityOfTag, isFirst, mayFollow, OUTSIDE } from './tags';
import { type TagWord, tagWords } from './words';

/** Ways to tag a message that are followed at once. */
const BEAM = 4;
/** A tag less likely than this is no way worth following. */
const LEAST_LIKELY = 0.01;

/** The words up to here, tagged in one way. */
interface Way {
  readonly tag: number;
  /** Probability of `tag` after the way so far. */
  readonly probability: number;
  /** Sum of the logarithms of the probabilities. */
  readonly score: number;
  readonly earlier: Way | undefined;
}

/** Finds learned entities in a message whose intent is given; they do not overlap. */
export type Tagger = (text: string, intent: string) => readonly EntityMatch[];

/** @param entities names of the entities that the model has learned, in their order */
export function taggerOf(model: LinearModel, entities: readonly string[]): Tagger {
  return (text, intent) => {
    const words = tagWords(text);
    let ways: readonly (Way | undefined)[] = [undefined];
    for (const context of wordContexts(words, intent)) {
      const encoding = new Encoding(model, context.hashes);
      ways = ways
        .flatMap((way) => continuations(model, context, encoding, intent, way))
        .sort((a, b) => b.score - a.score || a.tag - b.tag)
        .slice(0, BEAM);
    }
    return matchesOf(text, words, ways[0], entities);
  };
}

function continuations(
  model: LinearModel,
  context: WordContext,
  encoding: Encoding,
  intent: string,
  way: Way | undefined,
): readonly Way[] {
  const before = way?.tag ?? OUTSIDE;
  const hashes = new Set(tagFeatures(context, intent, before, way?.earlier?.tag ?? OUTSIDE));
  for (const hash of hashes) if (context.hashes.has(hash)) hashes.delete(hash);
  const likely = probabilities(model, encoding.with(hashes));
  const found: Way[] = [];
  likely.forEach((probability, tag) => {
    if (probability < LEAST_LIKELY && tag !== OUTSIDE) return;
    if (!mayFollow(before, tag)) return;
    found.push({ tag, probability, score: (way?.score ?? 0) + ln(probability), earlier: way });
  });
  return found;
}

/** The entities of the best way; each as sure as its least sure word. */
function matchesOf(
  text: string,
  words: readonly TagWord[],
  best: Way | undefined,
  entities: readonly string[],
): readonly EntityMatch[] {
  const tagged: Way[] = [];
  for (let way = best; way; way = way.earlier) tagged.push(way);
  tagged.reverse();
  const matches: EntityMatch[] = [];
  for (let i = 0; i < tagged.length; i++) {
    const tag = tagged[i]?.tag ?? OUTSIDE;
    if (!isFirst(tag)) continue;
    let last = i;
    while (tagged[last + 1]?.tag === tag + 1) last++;
    const start = words[i]?.start ?? 0;
    const end = words[last]?.end ?? 0;
    const part = text.slice(start, end);
    const score = Math.min(...tagged.slice(i, last + 1).map(({ probability }) => probability));
    matches.push({ entity: entities[entityOfTag(tag)] ?? '', value: part, text: part, start, end, score });
  }
  return matches;
}
