import { t } from '@vscode/l10n';
import type { Model } from '../../nlp/contract';
import { loadModel } from '../../nlp/loadModel';
import { botOf, liveRoot } from '../../release/content/snapshot';
import type { BotId, Oid, Result } from '../../release/contract';
import type { GitCall } from '../../release/git/git';
import { problem } from '../../release/git/problems';
import type { Repository } from '../../release/git/repository';
import { checkModels, readRelease } from '../../release/store/read';
import { type Content, contentOf } from './content';

/** A version, ready to run. */
export interface LoadedVersion {
  readonly version: number;
  /** Hash of the definition files. */
  readonly definition: string;
  /** By the hash of the artifact: other versions take over what they share. */
  readonly models: ReadonlyMap<string, Model>;
  readonly content: Content;
}

/**
 * Reads what a commit of the live branch, or a version's tag, holds, and makes it ready to run. Everything is checked
 * against its own record first: the definition files, every model, and that this program knows their form.
 *
 * @param known versions that were loaded before; what is the same in them is taken over
 */
export async function loadVersion(
  repository: Repository,
  bot: BotId,
  commit: Oid,
  known: readonly LoadedVersion[],
  call: GitCall = {},
): Promise<Result<LoadedVersion>> {
  const release = await readRelease(repository, bot, commit, call);
  if (!release.ok) return release;
  const { version, record, files } = release.value;
  const artifacts = await checkModels(repository, release.value, call);
  if (!artifacts.ok) return artifacts;
  const models = new Map<string, Model>();
  for (const { bytes, artifact } of artifacts.value) {
    const loaded = known.find((one) => one.models.has(artifact))?.models.get(artifact) ?? loadModel(bytes);
    if ('ok' in loaded && !loaded.ok) return { ok: false, error: problem('integrity', loaded.message) };
    models.set(artifact, 'ok' in loaded ? loaded.model : loaded);
  }
  const { definition } = record.hashes;
  const same = known.find((one) => isSame(one, version, definition, models));
  if (same) return { ok: true, value: same };
  const snapshot = botOf(liveRoot(bot), files);
  if (!snapshot) return { ok: false, error: problem('integrity', t('bot.yaml is missing')) };
  const byLanguage = new Map([...models.values()].map((model) => [model.language, model]));
  const content = contentOf(snapshot, 'live', version, byLanguage);
  return { ok: true, value: { version, definition, models, content } };
}

function isSame(
  known: LoadedVersion,
  version: number,
  definition: string,
  models: ReadonlyMap<string, Model>,
): boolean {
  return (
    known.version === version &&
    known.definition === definition &&
    known.models.size === models.size &&
    [...models.keys()].every((artifact) => known.models.has(artifact))
  );
}
