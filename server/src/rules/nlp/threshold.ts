import { t } from '@vscode/l10n';
import type { MapNode, SyntaxNode } from '../../syntax/tree';
import { rootEntry } from '../edits/syntaxPath';
import type { Rule } from '../rule';
import { botIn } from '../facts/settings';
import { meta } from './threshold.meta';

/** The platform's advice: below, anything is understood as something; above, hardly anything is understood. */
const LOWEST = 0.5;
const HIGHEST = 0.95;

/** Rule 37. */
export const rule: Rule = {
  meta,

  files: ['bot'],

  *checkFile(file) {
    const bot = botIn(file);
    const nlp = bot && rootEntry(bot.document, 'nlp')?.value;
    for (const { key, value } of asMap(at(nlp, 'threshold'))?.entries ?? []) {
      if (value?.kind !== 'scalar' || typeof value.value !== 'number') continue;
      const score = value.value;
      // What is no score at all is a mistake that the schema knows.
      if (score < 0 || score > 1 || (score >= LOWEST && score <= HIGHEST)) continue;
      const message =
        score < LOWEST
          ? t(
              "With a threshold of {0} for '{1}' the bot takes almost anything for understood. Most bots do well between 0.6 and 0.8.",
              score,
              key.text,
            )
          : t(
              "With a threshold of {0} for '{1}' the bot understands hardly anything. Most bots do well between 0.6 and 0.8.",
              score,
              key.text,
            );
      yield { span: value.content, message };
    }
  },
};

function at(node: SyntaxNode | null | undefined, key: string): SyntaxNode | null | undefined {
  return asMap(node)?.entries.find((entry) => entry.key.text === key)?.value;
}

function asMap(node: SyntaxNode | null | undefined): MapNode | undefined {
  return node?.kind === 'map' ? node : undefined;
}
