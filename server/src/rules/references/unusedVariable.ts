import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { removeEntry } from '../edits/yamlEdits';
import type { Rule } from '../rule';
import { mayBeUsed } from '../facts/doubt';
import { meantNames } from '../facts/meant';
import { positions } from '../facts/names';
import { botIn } from '../facts/settings';

/** Rule 7, the other way round. */
export const rule: Rule = {
  meta: {
    code: 'references/unused-variable',
    severity: 'warning',
    summary: 'Nothing sets or reads a variable.',
    description: `A variable that nothing saves, sets or reads is left over, or its use has a typing mistake. Use it, or remove it from \`bot.yaml\`. Clearing a variable is no use of it.`,
    wrong: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
variables:
  destination:
    type: string`,
    right: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled`,
    source: 'Agentforce',
  },

  files: ['bot'],

  *checkFile(file, context) {
    for (const { name } of botIn(file)?.variables ?? []) {
      const folded = foldName(name.value);
      const uses = context.look(positions.variable, folded).flatMap(({ value }) => value);
      if (uses.some((position) => position !== 'test' && position !== 'clear')) continue;
      if (mayBeUsed(context, name.value) || context.derived(meantNames.variable, folded)) continue;
      yield {
        span: name.span,
        message: t("Nothing sets or reads variable '{0}'. Use it, or remove it.", name.value),
        data: { name: name.value },
      };
    }
  },

  fixes(finding, { bot }) {
    const { settings } = bot;
    if (!settings) return [];
    const { root } = settings.item.document;
    const variables = rootEntry(settings.item.document, 'variables');
    if (variables?.value?.kind !== 'map' || root?.kind !== 'map') return [];
    const { entries } = variables.value;
    const entry = entries.find(({ key }) => key.span.start === finding.span.start);
    if (!entry) return [];
    const { text } = settings.file.syntax;
    const edit =
      entries.length === 1 ? removeEntry(text, root, variables) : removeEntry(text, variables.value, entry);
    const title = t("Remove variable '{0}'", entry.key.text);
    return [{ title, kind: 'choice', changes: [editFile(settings.file, edit)] }];
  },
};
