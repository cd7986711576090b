import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { appendItem, oneLine } from '../edits/yamlEdits';
import type { Rule } from '../rule';
import { mayBeDefined } from '../support/doubt';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './undeclaredLanguage.meta';

/** Rule 22: languages that bot.yaml does not list. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const declared = bot.settings?.item.languages.map(({ value }) => value) ?? [];
    const list = bot.settings && rootEntry(bot.settings.item.document, 'languages');
    // Of languages that cannot be read nobody knows which are meant.
    if (declared.length === 0 || !list || hasSchemaProblem(bot.settings.file, list.span)) return;
    for (const { file, span, name, role } of bot.occurrencesOf('language')) {
      if (role !== 'reference' || declared.includes(name) || mayBeDefined(bot, 'language', name)) continue;
      yield {
        file,
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
