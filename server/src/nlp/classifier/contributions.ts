import { t } from '@vscode/l10n';
import type { FeatureWeight } from '../contract';
import { compareCodePoints } from '../order';
import { type FeatureKind, type FeatureSource, hashFeature, visitFeatures } from '../text/features';
import { encode } from './encode';
import { type LinearModel, weightOf } from './linearModel';

const MOST = 12;

/**
 * What in a text speaks for an intent, and against it, strongest first. A word stands for itself, its stem and its
 * letters together: one by one they would fill the list without telling anything.
 */
export function contributions(
  model: LinearModel,
  text: string,
  source: FeatureSource,
  intent: number,
): FeatureWeight[] {
  const labels = new Map<number, string>();
  visitFeatures(text, source, (kind, part, label) => {
    const hash = hashFeature(kind, part);
    if (!labels.has(hash)) labels.set(hash, readable(kind, label));
  });
  const { features, values } = encode(model, labels.keys());
  const weights = new Map<string, number>();
  features.forEach((feature, k) => {
    const label = labels.get(model.hashes[feature] as number) ?? '';
    const weight = weightOf(model, feature, intent) * (values[k] as number);
    weights.set(label, (weights.get(label) ?? 0) + weight);
  });
  return Array.from(weights, ([feature, weight]) => ({ feature, weight }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compareCodePoints(a.feature, b.feature))
    .slice(0, MOST);
}

function readable(kind: FeatureKind, label: string): string {
  switch (kind) {
    case 'word':
    case 'stem':
    case 'letters':
      return t('word "{0}"', label);
    case 'pair':
    case 'neighbours':
      if (label.startsWith('^ ')) return t('starts with "{0}"', label.slice(2));
      if (label.endsWith(' $')) return t('ends with "{0}"', label.slice(0, -2));
      return t('words in a row "{0}"', label);
    case 'entity':
      return t('entity {0}', label);
    case 'together':
      return t('words together "{0}"', label);
  }
}
