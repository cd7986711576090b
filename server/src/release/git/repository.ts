import type { Result } from '../contract';
import { Git } from './git';
import type { GitCall } from './git';
import { asOid, asRemoteName } from './names';
import type { ObjectFormat, Oid, RemoteName } from './names';
import { problem } from './problems';

/** The repository around one folder. */
export interface Repository {
  readonly git: Git;
  /** Root of the work tree. */
  readonly top: string;
  /** Git directory of this worktree. */
  readonly gitDirectory: string;
  /** Git directory that all worktrees share. */
  readonly commonDirectory: string;
  /** Path of the folder below the root, with a slash at its end; empty at the root. */
  readonly prefix: string;
  readonly format: ObjectFormat;
}

/** Finds the repository that holds `folder` (a path). */
export async function openRepository(folder: string, call: GitCall = {}): Promise<Result<Repository>> {
  const git = new Git(folder);
  const answer = await git.text(
    [
      'rev-parse',
      '--path-format=absolute',
      '--show-toplevel',
      '--git-dir',
      '--git-common-dir',
      '--show-object-format',
      '--show-prefix',
    ],
    call,
  );
  if (!answer.ok) return answer;
  const [top, gitDirectory, commonDirectory, format, prefix = ''] = answer.value.split('\n');
  if (!top || !gitDirectory || !commonDirectory || (format !== 'sha1' && format !== 'sha256')) {
    return { ok: false, error: problem('failed', 'rev-parse') };
  }
  // From its root on, so that paths in commands start there whatever folder the bot is in.
  return { ok: true, value: { git: new Git(top), top, gitDirectory, commonDirectory, prefix, format } };
}

/** The commit that HEAD is at; undefined before the first commit. */
export async function headCommit(
  repository: Repository,
  call: GitCall = {},
): Promise<Result<Oid | undefined>> {
  const answer = await repository.git.run(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'],
    { ...call, answers: [1] },
  );
  return answer.ok ? { ok: true, value: asOid(answer.value.stdout.toString('latin1').trim()) } : answer;
}

/** The remote through which this repository publishes (git config `botlane.remote`); undefined when it does not. */
export async function configuredRemote(
  repository: Repository,
  call: GitCall = {},
): Promise<Result<RemoteName | undefined>> {
  const answer = await repository.git.run(['config', '--get', 'botlane.remote'], { ...call, answers: [1] });
  if (!answer.ok) return answer;
  const text = answer.value.stdout.toString('utf8').trim();
  if (text === '') return { ok: true, value: undefined };
  const remote = asRemoteName(text);
  return remote
    ? { ok: true, value: remote }
    : { ok: false, error: problem('failed', 'botlane.remote is not the name of a remote') };
}
