import { t } from '@vscode/l10n';
import { entitiesIn } from '../facts/entities';
import type { Rule } from '../rule';
import { meta } from './invalidPattern.meta';

/** The engine is loaded for the first pattern: many bots have none. */
let engine: typeof import('../../nlp/entities/pattern') | undefined;

/** Rule 30: patterns that the linear-time engine refuses. */
export const rule: Rule = {
  meta,

  files: ['entity'],

  *checkFile(file) {
    for (const item of entitiesIn(file)) {
      for (const pattern of item.patterns) {
        engine ??= require('../../nlp/entities/pattern') as typeof import('../../nlp/entities/pattern');
        const reason = engine.patternProblem(pattern.value);
        if (reason === undefined) continue;
        yield {
          span: pattern.span,
          message: t(
            "This pattern of entity '{0}' cannot be used: {1}. Patterns have no look-around and no back-references.",
            item.name.value,
            reason,
          ),
        };
      }
    }
  },
};
