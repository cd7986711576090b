import { t } from '@vscode/l10n';
import { DEFAULT_DIALOGS, type DefaultDialog, type Dialog } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { appendEntry, fillEntry, insertLines, oneLine } from '../edits/yamlEdits';
import type { FileChange, Fix, Report, Rule } from '../rule';
import { createDialog } from '../support/createDialog';
import { mayBeDefined } from '../support/doubt';
import { replaceName } from '../support/fixes';
import { didYouMeanSentence, nearest, sentences } from '../support/sentences';
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
  if (!bot.settings) return undefined;
  const { file, item } = bot.settings;
  const link = item.dialogs.get(kind);
  const near = nearestDialog(bot, link?.value ?? kind, link === undefined);
  const nearData = near === undefined ? {} : { near };
  if (link) {
    if (bot.dialog(link.value).length > 0 || mayBeDefined(bot, 'dialog', link.value)) return undefined;
    const message = t("The default dialog '{0}' is '{1}', which does not exist.", kind, link.value);
    const advice = didYouMeanSentence(near) ?? t("Write it as 'flow/dialog'.");
    return {
      file,
      span: link.span,
      message: sentences(message, advice),
      data: { kind, link: link.value, ...nearData },
    };
  }
  // Written, but not as a name: that has a finding of the schema.
  const dialogs = rootEntry(item.document, 'dialogs');
  const value = dialogs?.value;
  if (value && (value.kind !== 'map' || value.entries.some(({ key }) => key.text === kind))) return undefined;
  return {
    file,
    span: dialogs?.key.span ?? item.name.span,
    message: t("The default dialog '{0}' is not set: set it under 'dialogs' in bot.yaml.", kind),
    data: { kind, ...nearData },
  };
}

/** An existing dialog that was probably meant. `byName`: its name is that of the default dialog (`not_understood`). */
function nearestDialog(bot: BotSnapshot, wanted: string, byName: boolean): string | undefined {
  const linkOf = ({ item }: Placed<Dialog>): string => `${item.flow}/${item.name.value}`;
  if (!byName) {
    const flow = bot.flow(wanted.split('/')[0] ?? '')[0]?.item;
    const siblings = bot.dialogs.filter(
      ({ item }) => flow && foldName(item.flow) === foldName(flow.name.value),
    );
    return nearestLink(wanted, (siblings.length > 0 ? siblings : bot.dialogs).map(linkOf));
  }
  const found = bot.dialogs.find(({ item }) => bare(item.name.value) === bare(wanted));
  return found && linkOf(found);
}

/** By the dialog's own name first: `not_understood` is probably `general/not_understood`. */
function nearestLink(wanted: string, links: readonly string[]): string | undefined {
  const own = (link: string): string => link.slice(link.indexOf('/') + 1);
  const same = links.find((link) => foldName(own(link)) === foldName(own(wanted)));
  const near = nearest(own(wanted), links.map(own));
  return same ?? links.find((link) => own(link) === near);
}

function bare(name: string): string {
  return name.replace(/[_.-]/g, '').toLowerCase();
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
