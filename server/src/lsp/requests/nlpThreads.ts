import type { Answerer } from '../../release/quality/answers';
import type { Evaluator } from '../../release/quality/evaluateBot';
import { trainingWorker } from '../installation';

/** Evaluates in a thread of its own, so that the server goes on answering. */
export const evaluator: Evaluator = async (data, folds, options) => {
  const { evaluateInWorker } = await import('../../nlp/trainInWorker.js');
  return evaluateInWorker(trainingWorker(), data, folds, options);
};

/** The same for many messages at once. */
export const answerer: Answerer = async (model, texts, options) => {
  const { answerInWorker } = await import('../../nlp/trainInWorker.js');
  return answerInWorker(trainingWorker(), model, texts, options);
};
