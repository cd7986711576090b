import { t } from '@vscode/l10n';
import { type BotDefinition, DEFAULT_DIALOGS, type DefaultDialog } from '../../model/definitions';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { SyntaxNode } from '../../syntax/tree';
import type { Located } from '../../text/range';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { appendEntry, fillEntry, insertLines, oneLine } from '../edits/yamlEdits';
import type { FileChange, Fix, Report, Rule } from '../rule';
import { createDialog } from '../support/createDialog';
import type { CheckContext } from '../engine/lookups';
import { mayBeDefined } from '../facts/doubt';
import { botIn } from '../facts/settings';
import { isDefined } from '../support/definitions';
import { replaceName } from '../support/fixes';
import { nearestDefault } from '../support/meant';
import { isMisspelt } from '../support/mistaken';
import { didYouMeanSentence, sentences } from '../support/sentences';
import { meta } from './missingDefaultDialog.meta';

/** Rule 10. */
export const rule: Rule = {
  meta,

  files: ['bot'],

  *checkFile(file, context) {
    const bot = botIn(file);
    for (const kind of bot ? DEFAULT_DIALOGS : []) {
      const link = bot?.dialogs.get(kind);
      const report = link ? checkLink(context, kind, link) : bot && checkMissing(file, bot, context, kind);
      if (report) yield report;
    }
  },

  fixes(finding, context) {
    const { bot } = context;
    const { kind, link, near } = finding.data;
    if (link === undefined) return near === undefined ? [] : setDialog(bot, kind ?? '', near);
    const change = near === undefined ? [] : replaceName(finding, context, near, true);
    const [flow = '', dialog = ''] = link.split('/');
    return [...change, ...createDialog(bot, flow, dialog)];
  },
};

function checkLink(context: CheckContext, kind: DefaultDialog, { value, span }: Located): Report | undefined {
  if (isDefined(context, 'dialog', value) || mayBeDefined(context, 'dialog', value)) return undefined;
  const near = nearestDefault(context, kind, value);
  const advice = value.includes('/') ? t('Create it, or set another one.') : t("Write it as 'flow/dialog'.");
  return {
    span,
    message: sentences(
      t("The default dialog '{0}' is '{1}', which does not exist.", kind, value),
      didYouMeanSentence(near) ?? advice,
    ),
    data: { kind, link: value, ...(near !== undefined && { near }) },
  };
}

function checkMissing(
  file: ProjectFile,
  bot: BotDefinition,
  context: CheckContext,
  kind: DefaultDialog,
): Report | undefined {
  const dialogs = rootEntry(bot.document, 'dialogs');
  // Written, but misspelt or not as a name: that has a finding of the schema.
  if (isMisspelt(file, bot.document.root, ['dialogs'])) return undefined;
  if (isMisspelt(file, dialogs?.value, [kind]) || isWritten(dialogs?.value, kind)) return undefined;
  const near = nearestDefault(context, kind, undefined);
  return {
    span: dialogs?.key.span ?? bot.name.span,
    message: t("The default dialog '{0}' is not set: set it under 'dialogs' in bot.yaml.", kind),
    data: { kind, ...(near !== undefined && { near }) },
  };
}

function isWritten(dialogs: SyntaxNode | null | undefined, kind: string): boolean {
  return !!dialogs && (dialogs.kind !== 'map' || dialogs.entries.some(({ key }) => key.text === kind));
}

function setDialog(bot: BotSnapshot, kind: string, link: string): Fix[] {
  if (!bot.settings) return [];
  const { file, item } = bot.settings;
  const { text } = file.syntax;
  const dialogs = rootEntry(item.document, 'dialogs');
  let change: FileChange | undefined;
  if (!dialogs)
    change = editFile(file, insertLines(text, item.span.end, ['dialogs:', `  ${kind}: ${link}`], 0));
  else if (!dialogs.value) change = editFile(file, fillEntry(text, dialogs, kind, oneLine(link)));
  else if (dialogs.value.kind === 'map')
    change = editFile(file, appendEntry(text, dialogs.value, kind, oneLine(link)));
  return change
    ? [{ title: t("Set it to '{0}'", link), kind: 'choice', preferred: true, changes: [change] }]
    : [];
}
