import { t } from '@vscode/l10n';
import type { Dialog } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import { entry as entryOf } from '../../syntax/navigate';
import type { SyntaxNode } from '../../syntax/tree';
import { editFile } from '../edits/documents';
import { entryWithKeyAt } from '../edits/syntaxPath';
import { appendEntry, fillEntry, oneLine, removeEntry } from '../edits/yamlEdits';
import type { FileChange, Fix, Report, Rule } from '../rule';
import { buttonsOf } from '../support/dialogs';
import { fileOf } from '../support/fixes';
import { isMisspelt } from '../support/mistaken';
import { meta } from './wayOn.meta';

/** Rule 12: exactly one of ask, goto, next and end; buttons may stand in for it, but not beside next or goto. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ file, dialog: item }) {
    if (!item) return;
    const report = tooFew(file, item) ?? tooMany(file, item) ?? besideButtons(file, item);
    if (report) yield report;
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const found = file && entryWithKeyAt(file.syntax, finding.span.start);
    if (!file || !found) return [];
    const { text } = file.syntax;
    const { missing, others = '' } = finding.data;
    if (missing !== undefined) {
      const { entry } = found;
      const value = oneLine('true');
      let change: FileChange | undefined;
      if (!entry.value) change = editFile(file, fillEntry(text, entry, 'end', value));
      else if (entry.value.kind === 'map')
        change = editFile(file, appendEntry(text, entry.value, 'end', value));
      return change ? [{ title: t("Add 'end: true'"), kind: 'choice', changes: [change] }] : [];
    }
    const keys = [found.entry.key.text, ...others.split(' ').filter((key) => key !== '')];
    return keys.flatMap((key): Fix[] => {
      const entry = found.map.entries.find((candidate) => candidate.key.text === key);
      if (!entry) return [];
      const changes = [editFile(file, removeEntry(text, found.map, entry))];
      return [{ title: t("Remove '{0}'", key), kind: 'choice', changes }];
    });
  },
};

function tooFew(file: ProjectFile, dialog: Dialog): Report | undefined {
  if (dialog.waysOn.length > 0 || buttonsOf(dialog).length > 0) return undefined;
  const body = entryWithKeyAt(file.syntax, dialog.name.span.start)?.entry.value;
  if (isMisspelt(file, body, ['ask', 'goto', 'next', 'end']) || hasMisspeltButtons(file, body))
    return undefined;
  return {
    span: dialog.name.span,
    message: t(
      "Dialog '{0}' has no way on: the conversation breaks off here. Add 'ask', 'goto', 'next' or 'end: true'.",
      dialog.name.value,
    ),
    data: { missing: 'true' },
  };
}

function hasMisspeltButtons(file: ProjectFile, body: SyntaxNode | null | undefined): boolean {
  const say = body?.kind === 'map' ? entryOf(body, 'say')?.value : undefined;
  return say?.kind === 'list' && say.items.some((message) => isMisspelt(file, message, ['buttons']));
}

function tooMany(file: ProjectFile, dialog: Dialog): Report | undefined {
  const [first, second] = dialog.waysOn;
  if (!first || !second) return undefined;
  const others = dialog.waysOn.filter((way) => way !== second);
  const names = dialog.waysOn.map(({ value }) => `'${value}'`).join(', ');
  return {
    span: second.span,
    message: t("Dialog '{0}' has more than one way on ({1}): keep one of them.", dialog.name.value, names),
    related: others.map(({ value, span }) => ({ file, span, message: t("'{0}' is here.", value) })),
    data: { others: others.map(({ value }) => value).join(' ') },
  };
}

function besideButtons(file: ProjectFile, dialog: Dialog): Report | undefined {
  const way = dialog.waysOn.find(({ value }) => value === 'next' || value === 'goto');
  const button = buttonsOf(dialog)[0];
  if (!way || !button) return undefined;
  return {
    span: way.span,
    message: t(
      "Dialog '{0}' has buttons, which wait for the user, and a '{1}' that does not wait: nobody could press them. Remove '{1}', or the buttons.",
      dialog.name.value,
      way.value,
    ),
    related: [{ file, span: button.span, message: t('The first button is here.') }],
  };
}
