import { t } from '@vscode/l10n';
import type { ReleaseProblem, ReleaseProblemReason } from '../contract';

/** Makes a problem with its standard sentence; `detail` is what git or the system said. */
export function problem(reason: ReleaseProblemReason, detail = '', path?: string): ReleaseProblem {
  return { reason, message: sentence(reason, detail, path), ...(path === undefined ? {} : { path }) };
}

/** What git says (in English, LC_ALL=C) and the reason that it stands for. First match wins. */
const PATTERNS: readonly (readonly [RegExp, ReleaseProblemReason])[] = [
  [/not a git repository/i, 'not-a-repository'],
  [/must be run in a work tree/i, 'not-a-repository'],
  [/detected dubious ownership/i, 'dubious-ownership'],
  [/unsafe repository/i, 'dubious-ownership'],
  [/No space left on device|Out of diskspace|Disk quota exceeded/i, 'disk-full'],
  [
    /Permission denied|insufficient permission|Read-only file system|Operation not permitted/i,
    'not-permitted',
  ],
  [/Unable to create '[^']*\.lock': File exists/i, 'lock-held'],
  [
    / is at [0-9a-f]+ but expected [0-9a-f]+|reference already exists|unable to resolve reference/i,
    'ref-moved',
  ],
  [/' exists; cannot create '|cannot create '.*' because '.*' exists/i, 'namespace-blocked'],
  [
    /Please tell me who you are|empty ident name|unable to auto-detect email|no (?:name|email) was given/i,
    'no-identity',
  ],
  [
    /bad object|missing (?:blob|tree|commit)|unable to read (?:tree|sha1|[0-9a-f]{40})|not a valid object|invalid object|could not (?:get|read) object|loose object .* corrupt|does not point to a valid object/i,
    'object-missing',
  ],
];

/** What git and the programs that it talks through say about another machine. First match wins. */
const REMOTE_PATTERNS: readonly (readonly [RegExp, ReleaseProblemReason])[] = [
  [
    /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied \(|returned error: 40[13]|Host key verification failed|access denied/i,
    'remote-denied',
  ],
  [
    /Could not read from remote repository|Could not resolve host|unable to access|unable to connect|Connection (?:refused|reset|timed out|closed)|Network is unreachable|No route to host|does not appear to be a git repository|not a git repository|hung up unexpectedly|early EOF|unexpected disconnect|Repository not found|No such remote|unable to find remote helper|No space left on device|Permission denied|Read-only file system/i,
    'remote-unreachable',
  ],
];

/** Tells apart why git could not talk to `remote`. */
export function remoteProblemOf(stderr: string, remote: string): ReleaseProblem {
  const reason = REMOTE_PATTERNS.find(([pattern]) => pattern.test(stderr))?.[1];
  return reason ? problem(reason, `${remote}: ${essence(stderr)}`) : problemOf(stderr);
}

/** Tells apart why git failed. `stderr` is never shown whole: it may name paths of other people's machines. */
export function problemOf(stderr: string): ReleaseProblem {
  const reason = PATTERNS.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'failed';
  const lock = reason === 'lock-held' ? /Unable to create '([^']*\.lock)'/i.exec(stderr)?.[1] : undefined;
  return problem(reason, essence(stderr), lock);
}

/** The line that says what went wrong, without git's prefix and without characters that a terminal would obey. */
function essence(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((candidate) => /^(?:fatal|error): /.test(candidate)) ?? lines[0] ?? '';
  return line
    .replace(/^(?:fatal|error): /, '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim();
}

function sentence(reason: ReleaseProblemReason, detail: string, path: string | undefined): string {
  switch (reason) {
    case 'untrusted':
      return t(
        'The workspace is not trusted yet, so git is not run. Trust the workspace to see and publish versions.',
      );
    case 'not-a-repository':
      return t(
        'The bot is in no git repository, and git keeps the versions. Run “git init” in the folder of the project.',
      );
    case 'git-missing':
      return t('git was not found. Install git and make sure that it is on the PATH.');
    case 'dubious-ownership':
      return t(
        'The repository belongs to another user, so git refuses to read it. Add it to git’s safe.directory if you trust it.',
      );
    case 'lock-held':
      return path === undefined
        ? t('Another git process is writing to the repository. Try again in a moment.')
        : t(
            'Another git process is writing to the repository, or one was killed while it did. Try again; if no git is running any more, delete {0}.',
            path,
          );
    case 'not-permitted':
      return t('The repository cannot be written ({0}). Check the permissions of its folder.', detail);
    case 'disk-full':
      return t('The disk is full. Free some space and publish again; LIVE is as it was.');
    case 'timeout':
      return t('git did not answer in time and was stopped. Try again.');
    case 'cancelled':
      return t('Cancelled. LIVE is as it was.');
    case 'ref-moved':
      return t('LIVE changed in the meantime. Look at the plan again.');
    case 'object-missing':
      return t(
        'The repository lacks an object that it should have ({0}). Run “git fsck” and fetch what is missing.',
        detail,
      );
    case 'no-identity':
      return t(
        'git does not know who you are. Set your name and address with “git config user.name” and “git config user.email”.',
      );
    case 'invalid-name':
      return t(
        '“{0}” cannot be published: the name of a bot is lower-case letters, digits and hyphens, at most 63, and no device name of Windows.',
        detail,
      );
    case 'namespace-blocked':
      return t('{0} stands where the versions of bots are kept. Rename or delete it.', detail);
    case 'live-checked-out':
      return t(
        'The live branch is checked out in a worktree, where publishing would pull it away. Check out another branch there.',
      );
    case 'live-unknown':
      return t('It is not known what is live. {0}', detail);
    case 'version-missing':
      return t(
        'There is no version {0}. “botlane versions” and the Versions view list those that there are.',
        detail,
      );
    case 'no-backup':
      return t('Nothing was restored in this folder yet, so there is nothing to undo.');
    case 'draft-changed':
      return t('The draft changed while it was being replaced. It stays as it is; try again.');
    case 'nothing-live':
      return t('Nothing of {0} is live yet. Publish the full bot first.', detail);
    case 'no-hotfix':
      return t('No hotfix of {0} is under way.', detail);
    case 'nothing-to-mend':
      return t('There is nothing to mend under “{0}” any more.', detail);
    case 'hotfix-changed':
      return t('The hotfix holds changes that were not published: {0}.', detail);
    case 'invalid-change':
      return detail;
    case 'integrity':
      return t(
        'What is stored does not match its own record: {0}. Making a version live again mends LIVE.',
        detail,
      );
    case 'remote-unreachable':
      return t(
        'The remote cannot be reached ({0}). Nothing was published, and LIVE is as it was read last.',
        detail.replace(/\.$/, ''),
      );
    case 'remote-denied':
      return t(
        'The remote does not let you in ({0}). Nothing was published. Credentials are those of git: try “git fetch” in a terminal.',
        detail.replace(/\.$/, ''),
      );
    case 'remote-refused':
      return t(
        'The remote refused the change ({0}). Nothing was published. Ask who may write to branches and tags below bots/.',
        detail.replace(/\.$/, ''),
      );
    case 'remote-unclear':
      return t(
        'The connection was lost while the change was being sent ({0}), so it is not known yet whether it is live. Fetch the versions when the remote answers again.',
        detail.replace(/\.$/, ''),
      );
    case 'not-atomic':
      return t('The remote cannot move several references in one step.');
    case 'history-rewritten':
      return t(
        'Someone rewrote the live branch on the remote “{0}”: what was live is no longer in its log. LIVE is taken for what was read last. “botlane doctor” says more.',
        detail,
      );
    case 'tag-differs':
      return t(
        'The tag {0} is another one on the remote, and a version never changes. “botlane doctor” says more.',
        detail,
      );
    case 'remote-missing':
      return t('This repository has no remote “{0}”. Add it with “git remote add”.', detail);
    case 'remote-diverged':
      return t(
        'Different releases of {0} went live here and on the remote. Nothing was changed. Decide which log counts, and rename the other branch bots/{0}/live.',
        detail,
      );
    case 'only-here':
      return t(
        'Releases of {0} are only in this repository, and would have to be sent to the remote.',
        detail,
      );
    case 'failed':
      return detail === ''
        ? t('git failed without saying why.')
        : t('git failed: {0}.', detail.replace(/\.$/, ''));
  }
}
