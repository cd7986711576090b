import { t } from '@vscode/l10n';
import { DEFAULT_DIALOGS, type DefaultDialog } from '../../model/definitions';
import type { BotSnapshot } from '../../project/snapshot';
import type { SyntaxNode } from '../../syntax/tree';
import type { Located } from '../../text/range';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { appendEntry, fillEntry, insertLines, oneLine } from '../edits/yamlEdits';
import type { FileChange, Fix, Report, Rule } from '../rule';
import { createDialog } from '../support/createDialog';
import { mayBeDefined } from '../support/doubt';
import { replaceName } from '../support/fixes';
import { nearestDefault } from '../support/meant';
import { isMisspelt } from '../support/mistaken';
import { didYouMeanSentence, sentences } from '../support/sentences';
import { meta } from './missingDefaultDialog.meta';

/** Rule 10. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const kind of DEFAULT_DIALOGS) {
      const report = checkOne(bot, kind);
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

function checkOne(bot: BotSnapshot, kind: DefaultDialog): Report | undefined {
  const link = bot.settings?.item.dialogs.get(kind);
  return link ? checkLink(bot, kind, link) : checkMissing(bot, kind);
}

function checkLink(bot: BotSnapshot, kind: DefaultDialog, { value, span }: Located): Report | undefined {
  if (bot.dialog(value).length > 0 || mayBeDefined(bot, 'dialog', value)) return undefined;
  const near = nearestDefault(bot, kind, value);
  const advice = value.includes('/') ? t('Create it, or set another one.') : t("Write it as 'flow/dialog'.");
  return {
    file: bot.botFile,
    span,
    message: sentences(
      t("The default dialog '{0}' is '{1}', which does not exist.", kind, value),
      didYouMeanSentence(near) ?? advice,
    ),
    data: { kind, link: value, ...(near !== undefined && { near }) },
  };
}

function checkMissing(bot: BotSnapshot, kind: DefaultDialog): Report | undefined {
  const { settings, botFile } = bot;
  if (!settings) return undefined;
  const dialogs = rootEntry(settings.item.document, 'dialogs');
  // Written, but misspelt or not as a name: that has a finding of the schema.
  if (isMisspelt(botFile, settings.item.document.root, ['dialogs'])) return undefined;
  if (isMisspelt(botFile, dialogs?.value, [kind]) || isWritten(dialogs?.value, kind)) return undefined;
  const near = nearestDefault(bot, kind, undefined);
  return {
    file: botFile,
    span: dialogs?.key.span ?? settings.item.name.span,
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
