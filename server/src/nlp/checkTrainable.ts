import { t } from '@vscode/l10n';
import { foldName } from '../model/occurrence';
import { atOnce } from '../text/inPieces';
import type { TrainingData, TrainingProblem } from './contract';
import { patternProblem } from './entities/pattern';

/** With fewer, a score is a guess: the platform refuses to train below this, too. */
const FEWEST_EXPRESSIONS = 5;
/** A contextual entity is learned from the words around its values: of fewer there is nothing to learn. */
const FEWEST_VALUES = 5;
/** A classifier has something to tell apart from here on. */
const FEWEST_INTENTS = 2;

/** Why the data cannot be trained, each reason with the intent or entity at fault; empty when it can be. */
export function checkTrainable(data: TrainingData): readonly TrainingProblem[] {
  return atOnce(checkTrainableInSteps(data));
}

/** The same in steps of an intent. */
export function* checkTrainableInSteps(
  data: TrainingData,
): Generator<void, readonly TrainingProblem[], void> {
  const problems: TrainingProblem[] = [];
  if (data.intents.length < FEWEST_INTENTS) {
    problems.push({
      reason: 'few-intents',
      message: t(
        'A bot needs at least {0} intents with expressions in {1}; this one has {2}.',
        FEWEST_INTENTS,
        data.language,
        data.intents.length,
      ),
    });
  }
  for (const { name, expressions } of data.intents) {
    yield;
    const different = new Set(expressions.map(({ text }) => text)).size;
    if (different >= FEWEST_EXPRESSIONS) continue;
    problems.push({
      reason: 'few-expressions',
      name,
      message: t(
        'Intent {0} needs at least {1} different expressions in {2}; it has {3}.',
        name,
        FEWEST_EXPRESSIONS,
        data.language,
        different,
      ),
    });
  }
  problems.push(...(yield* fewAnnotations(data)));
  for (const entity of data.entities) {
    if (entity.type !== 'pattern') continue;
    for (const pattern of entity.patterns) {
      const reason = patternProblem(pattern);
      if (reason === undefined) continue;
      problems.push({
        reason: 'invalid-pattern',
        name: entity.name,
        message: t('Pattern {0} of entity {1} cannot be used: {2}.', pattern, entity.name, reason),
      });
    }
  }
  return problems;
}

/** Contextual entities that are annotated, but too seldom. One that no expression of the language annotates takes no part. */
function* fewAnnotations({
  language,
  intents,
  entities,
}: TrainingData): Generator<void, readonly TrainingProblem[], void> {
  const values = new Map<string, Set<string>>();
  for (const { expressions } of intents) {
    for (const { text, annotations } of expressions) {
      for (const { entity, start, end } of annotations) {
        const own = values.get(foldName(entity)) ?? new Set();
        values.set(foldName(entity), own.add(text.slice(start, end).trim().toLowerCase()));
      }
    }
    yield;
  }
  return entities.flatMap(({ type, name }) => {
    const count = values.get(foldName(name))?.size ?? 0;
    if (type !== 'contextual' || count === 0 || count >= FEWEST_VALUES) return [];
    const message = t(
      'Entity {0} is learned from annotations and needs at least {1} different annotated values in {2}; it has {3}.',
      name,
      FEWEST_VALUES,
      language,
      count,
    );
    return [{ reason: 'few-annotations', name, message }];
  });
}
