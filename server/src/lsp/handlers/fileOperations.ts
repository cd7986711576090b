import { t } from '@vscode/l10n';
import {
  type FileOperationOptions,
  MessageType,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameWithFile } from '../../features/fileChanges';
import type { Renaming } from '../../features/rename';
import { baseNameOf, normalizeUri } from '../../text/uri';
import { renameEditOf } from '../convert';
import { guarded } from '../guard';
import type { Session } from '../session';

/** Files that can be named after what they define. */
export const fileOperations: FileOperationOptions = {
  willRename: {
    filters: [{ scheme: 'file', pattern: { glob: '**/*.{intent,entity,flow}.yaml', matches: 'file' } }],
  },
};

/** A file that is renamed takes the definition that it is named after along. */
export function registerFileOperations(session: Session): void {
  session.connection.workspace.onWillRenameFiles(
    guarded(session, 'Renaming files', ({ files }): WorkspaceEdit | null => {
      const project = session.workspace.snapshot();
      const edits: Renaming['edits'][number][] = [];
      for (const { oldUri, newUri } of files) {
        const uri = normalizeUri(oldUri);
        const bot = project.botOf(uri);
        const file = bot?.files.get(uri);
        const result = bot && file && renameWithFile(bot, file, normalizeUri(newUri));
        if (!result) continue;
        if ('refused' in result) {
          const message = t('What {0} defines keeps its name. {1}', baseNameOf(newUri), result.refused);
          // A notification: nobody has to answer it.
          void session.connection.sendNotification(ShowMessageNotification.type, {
            type: MessageType.Warning,
            message,
          });
        } else edits.push(...result.edits);
      }
      return edits.length === 0 ? null : renameEditOf({ edits, files: [] }, session.conversion(project));
    }),
  );
}
