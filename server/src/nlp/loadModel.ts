import { t } from '@vscode/l10n';
import { type ArtifactContent, type ArtifactFault, readArtifact, readSummary } from './artifact/artifact';
import { encode } from './classifier/encode';
import { type LinearModel, probabilities, weightOf } from './classifier/linearModel';
import type {
  EntityMatch,
  Explanation,
  FeatureWeight,
  IntentScore,
  LoadResult,
  Model,
  PredictContext,
  Prediction,
  TrainingSummary,
} from './contract';
import { type EntityExtractor, extractorOf } from './entities/extractor';
import { sha256Hex } from './hash';
import { compareCodePoints } from './order';
import { type FeatureKind, featuresOf, hashFeature, visitFeatures } from './text/features';
import { type Stem, stemmerOf } from './text/stemmers';

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

const MOST_FEATURES = 12;

class LoadedModel implements Model {
  readonly language: string;
  readonly input: string;
  readonly summary: TrainingSummary;
  private readonly names: readonly string[];
  private readonly classifier: LinearModel;
  private readonly stem: Stem | undefined;
  private readonly extractor: EntityExtractor;

  constructor(
    content: ArtifactContent,
    readonly hash: string,
  ) {
    this.summary = content.summary;
    this.language = content.summary.language;
    this.input = content.summary.input;
    this.names = [...content.summary.intents.keys()];
    this.classifier = content.classifier;
    this.stem = stemmerOf(this.language);
    this.extractor = extractorOf(content.entities, this.language);
  }

  classify(text: string): readonly IntentScore[] {
    const scores = probabilities(this.classifier, encode(this.classifier, featuresOf(text, this.stem)));
    return this.names
      .map((name, i) => ({ name, score: scores[i] ?? 0 }))
      .sort((a, b) => b.score - a.score || compareCodePoints(a.name, b.name));
  }

  predict(text: string, context: PredictContext): Prediction {
    return { intents: this.classify(text), entities: this.extract(text, context) };
  }

  extract(text: string, context: PredictContext, names?: readonly string[]): readonly EntityMatch[] {
    return this.extractor(text, context, names);
  }

  explain(text: string, intents = 3): readonly Explanation[] {
    const parts = new Map<number, { kind: FeatureKind; part: string }>();
    visitFeatures(text, this.stem, (kind, part) => {
      const hash = hashFeature(kind, part);
      if (!parts.has(hash)) parts.set(hash, { kind, part });
    });
    const { features, values } = encode(this.classifier, parts.keys());
    return this.classify(text)
      .slice(0, intents)
      .map(({ name, score }) => {
        const intent = this.names.indexOf(name);
        const weights: FeatureWeight[] = features.flatMap((feature, k) => {
          const found = parts.get(this.classifier.hashes[feature] as number);
          const weight = weightOf(this.classifier, feature, intent) * (values[k] as number);
          return found && weight !== 0 ? [{ feature: featureLabel(found.kind, found.part), weight }] : [];
        });
        weights.sort(
          (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compareCodePoints(a.feature, b.feature),
        );
        return { intent: name, score, features: weights.slice(0, MOST_FEATURES) };
      });
  }
}

function featureLabel(kind: FeatureKind, part: string): string {
  switch (kind) {
    case 'word':
      return t('word "{0}"', part);
    case 'stem':
      return t('stem "{0}"', part);
    case 'neighbours':
      return t('words in a row "{0}"', part.replace(/^\^ | \$$/g, ''));
    case 'together':
      return t('words together "{0}"', part);
    case 'letters':
      return t('letters "{0}"', part);
  }
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
