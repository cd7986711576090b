import { t } from '@vscode/l10n';
import { summaryOf } from '../nlp/loadModel';
import { soleProject } from '../project/project';
import type { BotSnapshot } from '../project/snapshot';
import { gateFindings } from '../rules/run';
import type { ModelBytes } from './contract';

/**
 * What speaks against a version by the rules of today, each a sentence. Going back must work in an emergency, so these
 * are warnings and no more.
 */
export function doubtsAbout(bot: BotSnapshot, models: readonly ModelBytes[]): readonly string[] {
  const doubts: string[] = [];
  const errors = gateFindings({ bot, live: { kind: 'none' }, project: soleProject(bot) }).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length === 1) doubts.push(t('By the rules of today this version has 1 error.'));
  else if (errors.length > 1)
    doubts.push(t('By the rules of today this version has {0} errors.', errors.length));
  if (models.some(({ bytes }) => !summaryOf(bytes))) {
    doubts.push(
      t('The models of this version come from another version of the trainer and cannot be tried here.'),
    );
  }
  return doubts;
}
