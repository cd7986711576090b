import { t } from '@vscode/l10n';
import { variableNameFault } from '../../model/names';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { appendEntry, fillEntry, insertLines } from '../edits/yamlEdits';
import type { FileChange, Fix, Rule } from '../rule';
import { replaceName } from '../support/fixes';
import { suggestionsFor } from '../support/meant';
import { unknownReferences } from '../support/references';
import { didYouMeanSentence, sentences } from '../support/sentences';
import { meta } from './unknownVariable.meta';

/** Rule 7. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file, context) {
    const suggestions = context.once(suggestionsFor);
    for (const { span, name } of unknownReferences(file, context, 'variable')) {
      if (isSystem(name)) continue;
      const near = suggestions.name('variable', name);
      const advice = didYouMeanSentence(near) ?? t("Declare it in bot.yaml, under 'variables'.");
      yield {
        span,
        message: sentences(t("Variable '{0}' is not declared.", name), advice),
        data: near === undefined ? { name } : { name, near },
      };
    }
  },

  fixes(finding, context) {
    const { name = '', near } = finding.data;
    const change: Fix[] = near === undefined ? [] : replaceName(finding, context, near, true);
    const declaration = variableNameFault(name) ? undefined : declared(context.bot, name);
    if (!declaration) return change;
    const title = t("Declare variable '{0}' in bot.yaml", name);
    return [...change, { title, kind: 'choice', changes: [declaration] }];
  },
};

/** Variables that the engine keeps itself; assigning to them is another rule's matter. */
function isSystem(name: string): boolean {
  return name === 'sys' || name.startsWith('sys.');
}

function declared(bot: BotSnapshot, name: string): FileChange | undefined {
  const { settings } = bot;
  if (!settings) return undefined;
  const { file, item } = settings;
  const { text } = file.syntax;
  const type = typeOf(bot, name);
  const value = { lines: [`type: ${type}`], inline: `{ type: ${type} }` };
  const variables = rootEntry(item.document, 'variables');
  if (!variables) {
    const lines = ['variables:', `  ${name}:`, `    type: ${type}`];
    return editFile(file, insertLines(text, item.span.end, lines, 0));
  }
  if (!variables.value) return editFile(file, fillEntry(text, variables, name, value));
  return variables.value.kind === 'map'
    ? editFile(file, appendEntry(text, variables.value, name, value))
    : undefined;
}

/** A number when a question saves a number or a rank there; else text, which takes anything. */
function typeOf(bot: BotSnapshot, name: string): 'number' | 'string' {
  const numeric = bot.dialogs.some(({ item: { ask } }) => {
    if (!ask?.save || !ask.entity || foldName(ask.save.value) !== foldName(name)) return false;
    const system = bot.entity(ask.entity.value)[0]?.item.system?.value;
    return system === 'number' || system === 'ordinal';
  });
  return numeric ? 'number' : 'string';
}
