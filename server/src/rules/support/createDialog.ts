import { t } from '@vscode/l10n';
import { nameFault } from '../../model/names';
import type { BotSnapshot } from '../../project/snapshot';
import { editFile, newDefinitionUri } from '../edits/documents';
import { dialogSkeleton, flowSkeleton } from '../edits/skeletons';
import { rootEntry } from '../edits/syntaxPath';
import { appendEntry, fillEntry } from '../edits/yamlEdits';
import type { FileChange, Fix } from '../rule';

/** The fix that makes a dialog, and its flow where that does not exist either. */
export function createDialog(bot: BotSnapshot, flow: string, dialog: string): Fix[] {
  if (nameFault(dialog) || nameFault(flow)) return [];
  const present = bot.flow(flow)[0] !== undefined;
  const change = present ? addDialog(bot, flow, dialog) : addFlow(bot, flow, dialog);
  if (!change) return [];
  const title = present
    ? t("Create dialog '{0}' in flow '{1}'", dialog, flow)
    : t("Create flow '{0}' with dialog '{1}'", flow, dialog);
  return [{ title, kind: 'choice', changes: [change] }];
}

function addFlow(bot: BotSnapshot, flow: string, dialog: string): FileChange {
  const uri = newDefinitionUri(bot, bot.flows, flow, '.flow.yaml', 'flows');
  return { kind: 'create', uri, text: flowSkeleton(bot, flow, dialog) };
}

function addDialog(bot: BotSnapshot, flow: string, dialog: string): FileChange | undefined {
  const placed = bot.flow(flow)[0];
  const dialogs = placed && rootEntry(placed.item.document, 'dialogs');
  if (!placed || !dialogs) return undefined;
  const { file } = placed;
  const skeleton = dialogSkeleton(bot, dialog);
  if (dialogs.value?.kind === 'map' && (dialogs.value.entries.length > 0 || dialogs.value.style === 'flow')) {
    return editFile(file, appendEntry(file.syntax.text, dialogs.value, dialog, skeleton));
  }
  return dialogs.value ? undefined : editFile(file, fillEntry(file.syntax.text, dialogs, dialog, skeleton));
}
