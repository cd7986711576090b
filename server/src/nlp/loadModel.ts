import { t } from '@vscode/l10n';
import { type ArtifactContent, type ArtifactFault, readArtifact, readSummary } from './artifact/artifact';
import { encode } from './classifier/encode';
import { type LinearModel, probabilities } from './classifier/linearModel';
import { contributions } from './classifier/contributions';
import type {
  EntityMatch,
  Explanation,
  IntentScore,
  KnownText,
  LoadResult,
  Model,
  PredictContext,
  Prediction,
  TextMemory,
  TrainingSummary,
} from './contract';
import { contextualNames } from './entities/contextual/tags';
import { type Tagger, taggerOf } from './entities/contextual/tagger';
import { byPlace, type EntityExtractor, extractorOf, readsClock } from './entities/extractor';
import { featureSourceOf, TELLING } from './featureSource';
import { sha256Hex } from './hash';
import { compareCodePoints } from './order';
import { type FeatureSource, featuresOf } from './text/features';

/** Checks an artifact and makes a model of it. A damaged or foreign file is a clear error, and nothing in it is run. */
export function loadModel(bytes: Uint8Array): LoadResult {
  const read = readArtifact(bytes);
  if (!read.ok) return { ok: false, reason: read.fault, message: faultMessage(read.fault) };
  return { ok: true, model: new LoadedModel(read.content, sha256Hex(bytes)) };
}

/** What the model remembers of its training input, cheaply; undefined when the artifact cannot be used. */
export function summaryOf(bytes: Uint8Array): TrainingSummary | undefined {
  const read = readSummary(bytes);
  return read.ok ? read.content : undefined;
}

class LoadedModel implements Model {
  readonly language: string;
  readonly input: string;
  readonly summary: TrainingSummary;
  private readonly names: readonly string[];
  private readonly classifier: LinearModel;
  private readonly source: FeatureSource;
  /** Names of the entities that say something about the intent. */
  private readonly telling: ReadonlySet<string>;
  /** Names of the entities whose values are the same at any moment, and of those that are not. */
  private readonly fixed: readonly string[];
  private readonly moving: readonly string[];
  private readonly extractor: EntityExtractor;
  private readonly tagger: Tagger | undefined;

  constructor(
    content: ArtifactContent,
    readonly hash: string,
  ) {
    this.summary = content.summary;
    this.language = content.summary.language;
    this.input = content.summary.input;
    this.names = [...content.summary.intents.keys()];
    this.classifier = content.classifier;
    this.source = featureSourceOf(this.language, content.entities);
    this.telling = new Set(content.entities.filter(({ type }) => TELLING.has(type)).map(({ name }) => name));
    const [moving, fixed] = [true, false].map((moves) =>
      content.entities.filter((entity) => readsClock(entity) === moves).map(({ name }) => name),
    );
    this.moving = moving ?? [];
    this.fixed = fixed ?? [];
    this.extractor = extractorOf(content.entities, this.language);
    this.tagger = content.tagger && taggerOf(content.tagger, contextualNames(content));
  }

  classify(text: string): readonly IntentScore[] {
    return this.classifyWith(text, this.source);
  }

  private classifyWith(text: string, source: FeatureSource): readonly IntentScore[] {
    const scores = probabilities(this.classifier, encode(this.classifier, featuresOf(text, source)));
    return this.names
      .map((name, i) => ({ name, score: scores[i] ?? 0 }))
      .sort((a, b) => b.score - a.score || compareCodePoints(a.name, b.name));
  }

  predict(text: string, context: PredictContext, memory?: TextMemory): Prediction {
    const before = memory?.get(text);
    const known = before ?? this.know(text, context);
    if (!before) memory?.set(text, known);
    const { fixed, intents, learned } = known;
    const moving = this.moving.length === 0 ? [] : this.extractor(text, context, this.moving);
    return { intents, entities: together(fixed, [...moving, ...learned]) };
  }

  /** What is the same at any moment: entities that need the clock say nothing about the intent. */
  private know(text: string, context: PredictContext): KnownText {
    const fixed = this.extractor(text, context, this.fixed);
    // What was found is not looked for once more; in the same order, because the order of features counts.
    const entitiesIn = (): ReadonlySet<string> =>
      new Set(fixed.map(({ entity }) => entity).filter((name) => this.telling.has(name)));
    const intents = this.classifyWith(text, { ...this.source, entitiesIn });
    return { fixed, intents, learned: this.learned(text, () => intents) };
  }

  extract(text: string, context: PredictContext, names?: readonly string[]): readonly EntityMatch[] {
    const learned = this.learned(text, () => this.classify(text));
    const wanted = names ? learned.filter(({ entity }) => names.includes(entity)) : learned;
    return together(this.extractor(text, context, names), wanted);
  }

  /** What a learned entity is depends on what is meant: `intents` are asked for when one can be found. */
  private learned(text: string, intents: () => readonly IntentScore[]): readonly EntityMatch[] {
    return this.tagger?.(text, intents()[0]?.name ?? '') ?? [];
  }

  explain(text: string, intents = 3): readonly Explanation[] {
    return this.classify(text)
      .slice(0, intents)
      .map(({ name, score }) => {
        const features = contributions(this.classifier, text, this.source, this.names.indexOf(name));
        return { intent: name, score, features };
      });
  }
}

/** All of them, by place. */
function together(found: readonly EntityMatch[], more: readonly EntityMatch[]): readonly EntityMatch[] {
  return more.length === 0 ? found : [...found, ...more].sort(byPlace);
}

function faultMessage(fault: ArtifactFault): string {
  switch (fault) {
    case 'corrupted':
      return t('The model is damaged. Train again to replace it.');
    case 'unsupported':
      return t('The model comes from another version of the trainer. Train again to replace it.');
    case 'too-large':
      return t('The model is larger than any bot needs, and was not read. Train again to replace it.');
  }
}
