import { t } from '@vscode/l10n';
import { pathOf, type Uri } from '../text/uri';

/**
 * A file is not any more what a snapshot knows of it, so that its tree cannot be had. Thrown where a tree is asked for;
 * whoever works with snapshots takes a new one and begins again.
 */
export class OutdatedSnapshotError extends Error {
  override readonly name = 'OutdatedSnapshotError';

  constructor(uri: Uri) {
    super(t('{0} has changed meanwhile: try again.', pathOf(uri)));
  }
}
