import { t } from '@vscode/l10n';
import type { Intent } from '../../model/definitions';
import type { Placed, ProjectFile } from '../../project/snapshot';
import { joinUri, relativePath } from '../../text/uri';
import { appendDocument, documentText, newDefinitionUri } from '../edits/documents';
import type { FileChange, Fix, RuleContext } from '../rule';

/** The fix that takes an intent of LIVE back into the draft. */
export function restoreIntent(context: RuleContext, removed: Placed<Intent>): Fix {
  return {
    title: t("Restore intent '{0}' from LIVE", removed.item.name.value),
    kind: 'choice',
    changes: [restored(context, removed)],
  };
}

/** Puts the definition back where LIVE has it: into that file when the draft still has it, else as a file of its own. */
function restored({ bot, live }: RuleContext, { file, item }: Placed<Intent>): FileChange {
  const own = documentText(file, item.document);
  const text = file.syntax.documents.length === 1 ? file.syntax.text : own;
  const path = live.kind === 'known' ? relativePath(live.bot.root, file.uri) : undefined;
  const uri = path === undefined ? undefined : joinUri(bot.root, path);
  const present = uri === undefined ? undefined : bot.files.get(uri);
  if (uri !== undefined && !present) return { kind: 'create', uri, text };
  if (present && canGrow(present)) return appendDocument(present, own);
  const other = newDefinitionUri(bot, bot.intents, item.name.value, '.intent.yaml', 'intents');
  return { kind: 'create', uri: other, text: own };
}

/** A file that does not parse might swallow what is added to it; an empty one is only waiting for it. */
function canGrow({ syntax }: ProjectFile): boolean {
  return syntax.problems.every(({ code }) => code === 'syntax/empty-document');
}
