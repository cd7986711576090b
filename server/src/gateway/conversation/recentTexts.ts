import type { Models } from '../../dialogue/hear';
import type { KnownText, Model, TextMemory } from '../../nlp/contract';
import { Fleeting } from '../fleeting';

/** What nobody said for so long, or twice as long at most, is forgotten (milliseconds). */
const KEPT = 60_000;
/** Longer texts are hardly said twice (UTF-16 units). */
const LONGEST = 100;
/** Of what is kept young: about so many bytes of memory for each model. */
const MOST_BYTES = 4_000_000;
/** What an entry weighs besides its text, and what one of its parts weighs (bytes). */
const ENTRY = 400;
const PART = 60;

/**
 * What models made of what was said in the last minute or two: people say “yes” and “hello” again and again, and to
 * understand a text takes a quarter of a turn. Each model has a memory of its own, and goes with it.
 */
export class RecentTexts {
  readonly #known = new WeakMap<Model, Model>();

  /** The same models, with what is remembered. */
  over(models: Models): Models {
    return (language) => {
      const model = models(language);
      return model && this.#remembering(model);
    };
  }

  #remembering(model: Model): Model {
    let remembering = this.#known.get(model);
    if (!remembering) this.#known.set(model, (remembering = withMemory(model)));
    return remembering;
  }
}

function withMemory(model: Model): Model {
  const texts = new Fleeting<KnownText>({ kept: KEPT, most: MOST_BYTES, weight });
  const memory: TextMemory = { get: (text) => texts.get(text), set: (text, known) => texts.set(text, known) };
  return {
    language: model.language,
    input: model.input,
    hash: model.hash,
    summary: model.summary,
    classify: (text) => model.classify(text),
    predict: (text, context) => model.predict(text, context, text.length > LONGEST ? undefined : memory),
    extract: (text, context, names) => model.extract(text, context, names),
    explain: (text, intents) => model.explain(text, intents),
  };
}

function weight({ intents, fixed, learned }: KnownText, text: string): number {
  return ENTRY + 2 * text.length + PART * (intents.length + 4 * (fixed.length + learned.length));
}
