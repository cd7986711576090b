import type { ASTNode } from '@marcbachmann/cel-js';
import { t } from '@vscode/l10n';
import { conditionNodes } from '../../model/condition';
import { spanInScalar } from '../../syntax/scalarMap';
import type { Rule } from '../rule';
import { conditionsIn } from '../support/conditions';
import { meta } from './invalidPattern.meta';

/** The engine is loaded for the first pattern: many bots have none. */
let engine: typeof import('../../nlp/entities/pattern') | undefined;

/** Rule 20 for the patterns of `matches`, as far as they are written out. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkPart({ file }, context) {
    for (const { node, tree } of context.once(conditionsIn)) {
      if (!tree || !node.text.includes('matches')) continue;
      for (const part of conditionNodes(tree)) {
        const literal = patternIn(part);
        if (!literal) continue;
        engine ??= require('../../nlp/entities/pattern') as typeof import('../../nlp/entities/pattern');
        const reason = engine.patternProblem(literal.pattern);
        if (reason === undefined) continue;
        const { start, end } = faultIn(node.text, literal, reason);
        yield {
          span: spanInScalar(node, file.syntax.text, start, end),
          message: t(
            'This pattern cannot be used: {0}. Patterns have no look-around and no back-references.',
            reason,
          ),
        };
      }
    }
  },
};

interface Literal {
  readonly pattern: string;
  readonly start: number;
  readonly end: number;
}

function patternIn(node: ASTNode): Literal | undefined {
  if (node.op !== 'rcall' || node.args[0] !== 'matches') return undefined;
  const [pattern] = node.args[2];
  return pattern?.op === 'value' && typeof pattern.args === 'string'
    ? { pattern: pattern.args, ...pattern.range }
    : undefined;
}

/** The part that the engine names, where it stands in the text as it is; else the whole text. */
function faultIn(
  condition: string,
  { pattern, start, end }: Literal,
  reason: string,
): { readonly start: number; readonly end: number } {
  const fragment = /`([^`]+)`$/.exec(reason)?.[1] ?? pattern;
  const at = pattern.indexOf(fragment);
  const inner = condition.indexOf(pattern, start);
  if (at === -1 || inner === -1 || inner + pattern.length > end) return { start, end };
  return { start: inner + at, end: inner + at + fragment.length };
}
