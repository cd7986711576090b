import { t } from '@vscode/l10n';
import { TRAINER_VERSION, type TrainingChange, type TrainingData, type TrainingSummary } from './contract';
import { sortedBy } from './order';
import { summarize } from './trainingInput';

/**
 * What changed in the training data since a model was trained, intents before entities and each by name. Empty exactly
 * when the model is up to date. A rename shows as one name removed and another added.
 */
export function describeChanges(trained: TrainingSummary, data: TrainingData): readonly TrainingChange[] {
  const present = summarize(data);
  if (present.input === trained.input) return [];
  const changes: TrainingChange[] = [
    ...compare('intent', trained.intents, present.intents),
    ...compare('entity', trained.entities, present.entities),
  ];
  if (trained.trainer !== TRAINER_VERSION) {
    changes.push({
      kind: 'trainer',
      name: TRAINER_VERSION,
      change: 'changed',
      message: t('the trainer changed'),
    });
  }
  return changes;
}

function compare(
  kind: 'intent' | 'entity',
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): TrainingChange[] {
  const changes: TrainingChange[] = [];
  for (const name of sortedBy(new Set([...before.keys(), ...after.keys()]), (each) => each)) {
    const old = before.get(name);
    const now = after.get(name);
    if (old === now) continue;
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    changes.push({ kind, name, change, message: sentence(kind, name, change) });
  }
  return changes;
}

function sentence(kind: 'intent' | 'entity', name: string, change: 'added' | 'removed' | 'changed'): string {
  if (kind === 'intent') {
    if (change === 'added') return t('intent {0} added', name);
    return change === 'removed' ? t('intent {0} removed', name) : t('intent {0} changed', name);
  }
  if (change === 'added') return t('entity {0} added', name);
  return change === 'removed' ? t('entity {0} removed', name) : t('entity {0} changed', name);
}
