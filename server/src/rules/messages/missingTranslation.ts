import { t } from '@vscode/l10n';
import { languagesOf } from '../facts/settings';
import { editFile } from '../edits/documents';
import { entryWithKeyAt } from '../edits/syntaxPath';
import { appendEntry, oneLine } from '../edits/yamlEdits';
import type { Rule } from '../rule';
import { fileOf } from '../support/fixes';
import { saidTexts } from '../support/messages';
import { meta } from './missingTranslation.meta';

/** Rule 22: texts that lack a language of the bot. A language that is not declared may be the one that is meant. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart(part, context) {
    const languages = [...new Set(languagesOf(context))];
    for (const { text } of saidTexts(part)) {
      const [first] = text.values();
      if (!first || [...text.keys()].some((language) => !languages.includes(language))) continue;
      if (languages.every((language) => text.has(language))) continue;
      // What is written, but is no text, is a mistake of its own.
      const beside = entryWithKeyAt(part.file.syntax, first.language.span.start)?.map.entries ?? [];
      const written = new Set(beside.map(({ key }) => key.text));
      const missing = languages.filter((language) => !written.has(language));
      if (missing.length === 0) continue;
      yield {
        span: first.language.span,
        message: t(
          'This text has no translation into {0}. Users of it would see another language.',
          missing.join(', '),
        ),
        data: { missing: missing.join(' ') },
      };
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const found = file && entryWithKeyAt(file.syntax, finding.span.start);
    if (!file || found?.entry.value?.kind !== 'scalar') return [];
    // The text itself stands in until it is translated: nothing at all would be a mistake of its own.
    const value = oneLine(JSON.stringify(found.entry.value.text));
    return (finding.data['missing'] ?? '').split(' ').map((language) => ({
      title: t("Add '{0}' with this text, to be translated", language),
      kind: 'choice',
      changes: [editFile(file, appendEntry(file.syntax.text, found.map, language, value))],
    }));
  },
};
