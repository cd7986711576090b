import { type Correction, SpellingIndex } from './spelling';
import { type PlacedWord, placedWords } from './words';

/** A phrase and what it stands for. */
export interface Phrase<T> {
  readonly text: string;
  readonly value: T;
}

/** A phrase found in a message. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  /** 1 for an exact match; lower by the share of letters that are wrong. */
  readonly score: number;
}

export interface PhraseOptions {
  /** Longer words may hold small mistakes. */
  readonly spelling: boolean;
  /** A phrase may go on behind a comma or the end of a sentence: `Washington, D.C.` but not `two, three`. */
  readonly acrossPunctuation: boolean;
}

/** For words of the language itself, such as numbers and units. */
export const EXACT_PHRASES: PhraseOptions = { spelling: false, acrossPunctuation: false };

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  found?: { readonly value: T };
}

interface Walk<T> {
  readonly value: T;
  readonly words: number;
  readonly edits: number;
  readonly letters: number;
}

/**
 * Finds phrases of a fixed list in messages: whole words, accents and case folded, the longest phrase from left to
 * right, without overlap. Of two equal phrases the first counts.
 */
export class PhraseFinder<T> {
  private readonly root: Node<T> = { next: new Map() };
  private readonly vocabulary = new Set<string>();
  private index: SpellingIndex | undefined;

  constructor(
    phrases: Iterable<Phrase<T>>,
    private readonly options: PhraseOptions,
  ) {
    for (const { text, value } of phrases) this.add(text, value);
  }

  find(text: string): PhraseMatch<T>[] {
    const words = placedWords(text);
    const matches: PhraseMatch<T>[] = [];
    for (let at = 0; at < words.length; ) {
      const best = this.walk(this.root, words, at, 0, 0, 0);
      if (!best) {
        at++;
        continue;
      }
      matches.push({
        value: best.value,
        start: words[at]?.start ?? 0,
        end: words[at + best.words - 1]?.end ?? 0,
        score: 1 - best.edits / best.letters,
      });
      at += best.words;
    }
    return matches;
  }

  private add(text: string, value: T): void {
    let node = this.root;
    for (const { folded } of placedWords(text)) {
      this.vocabulary.add(folded);
      let next = node.next.get(folded);
      if (!next) node.next.set(folded, (next = { next: new Map() }));
      node = next;
    }
    if (node !== this.root) node.found ??= { value };
  }

  /** The longest phrase from here on, and of those the one with the fewest mistakes. */
  private walk(
    node: Node<T>,
    words: readonly PlacedWord[],
    at: number,
    count: number,
    edits: number,
    letters: number,
  ): Walk<T> | undefined {
    let best: Walk<T> | undefined = node.found && { value: node.found.value, words: count, edits, letters };
    const word = words[at];
    if (word?.afterPunctuation && count > 0 && !this.options.acrossPunctuation) return best;
    if (!word || node.next.size === 0) return best;
    for (const known of this.readings(word.folded)) {
      const next = node.next.get(known.word);
      if (!next) continue;
      const found = this.walk(
        next,
        words,
        at + 1,
        count + 1,
        edits + known.edits,
        letters + known.word.length,
      );
      if (
        found &&
        (!best || found.words > best.words || (found.words === best.words && found.edits < best.edits))
      ) {
        best = found;
      }
    }
    return best;
  }

  /** What a word may stand for: itself when it is known, else the known words it may be a slip of. */
  private readings(word: string): readonly Correction[] {
    if (this.vocabulary.has(word)) return [{ word, edits: 0 }];
    if (!this.options.spelling) return [];
    this.index ??= new SpellingIndex(this.vocabulary);
    return this.index.corrections(word);
  }
}
