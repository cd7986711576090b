import type { Result } from '../contract';
import { Git } from './git';
import type { GitCall } from './git';
import { asOid, asRemoteName } from './names';
import type { ObjectFormat, Oid } from './names';
import { problem } from './problems';
import type { Remote } from './remote';

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

/** Whether `commit` descends from `ancestor`, or is it; false for what is not here. */
export async function isAncestor(
  repository: Repository,
  ancestor: Oid,
  commit: Oid,
  call: GitCall = {},
): Promise<boolean> {
  const words = ['merge-base', '--is-ancestor', ancestor, commit];
  const answer = await repository.git.run(words, { ...call, answers: [1] });
  return answer.ok && answer.value.code === 0;
}

/** Milliseconds that one call to a remote may take when git config `botlane.remoteTimeout` (seconds) does not say. */
export const REMOTE_TIME_LIMIT = 120_000;

/** The remote through which this repository publishes (git config `botlane.remote`); undefined when it does not. */
export async function configuredRemote(
  repository: Repository,
  call: GitCall = {},
): Promise<Result<Remote | undefined>> {
  const answer = await repository.git.run(['config', '-z', '--get-regexp', '^botlane\\.remote(timeout)?$'], {
    ...call,
    answers: [1],
  });
  if (!answer.ok) return answer;
  const settings = new Map(
    answer.value.stdout
      .toString('utf8')
      .split('\0')
      .map((entry) => {
        const [key = '', ...value] = entry.split('\n');
        return [key, value.join('\n').trim()] as const;
      }),
  );
  const text = settings.get('botlane.remote') ?? '';
  if (text === '') return { ok: true, value: undefined };
  const name = asRemoteName(text);
  const seconds = Number(settings.get('botlane.remotetimeout') ?? '');
  const timeLimit = seconds > 0 && seconds < 86_400 ? seconds * 1000 : REMOTE_TIME_LIMIT;
  return name
    ? { ok: true, value: { name, timeLimit } }
    : { ok: false, error: problem('failed', 'botlane.remote is not the name of a remote') };
}
