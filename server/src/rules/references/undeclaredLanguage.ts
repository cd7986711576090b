import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { appendItem, oneLine } from '../edits/yamlEdits';
import type { Rule } from '../rule';
import { mayBeDefined } from '../facts/doubt';
import { occurrencesIn } from '../facts/names';
import { areLanguagesClear, languagesOf } from '../facts/settings';
import { meta } from './undeclaredLanguage.meta';

/** Rule 22: languages that bot.yaml does not list. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file, context) {
    const declared = languagesOf(context) ?? [];
    // Of languages that cannot be read nobody knows which are meant.
    if (declared.length === 0 || !areLanguagesClear(context)) return;
    for (const { span, name, role } of occurrencesIn(file, 'language')) {
      if (role !== 'reference' || declared.includes(name) || mayBeDefined(context, 'language', name))
        continue;
      yield {
        span,
        message: t(
          "The bot does not speak '{0}': its languages are {1}. Correct it, or add it to 'languages' in bot.yaml.",
          name,
          declared.join(', '),
        ),
        data: { name },
      };
    }
  },

  fixes(finding, { bot }) {
    const { name } = finding.data;
    const list = bot.settings && rootEntry(bot.settings.item.document, 'languages')?.value;
    if (name === undefined || list?.kind !== 'list' || !bot.settings) return [];
    const { file } = bot.settings;
    const edit = appendItem(file.syntax.text, list, oneLine(name));
    return [
      {
        title: t("Add '{0}' to the languages of the bot", name),
        kind: 'choice',
        changes: [editFile(file, edit)],
      },
    ];
  },
};
