/**
 * The environment of our git calls. Only what is listed gets through: variables such as GIT_DIR, GIT_INDEX_FILE or
 * GIT_OBJECT_DIRECTORY, which git sets for hooks and aliases, would make us write into another repository.
 */
const PASSED =
  /^GIT_(?:AUTHOR_(?:NAME|EMAIL|DATE)|COMMITTER_(?:NAME|EMAIL|DATE)|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|(?:KEY|VALUE)_\d+)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH|SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|SSL_[A-Z_]+)$/;

const FIXED: Readonly<Record<string, string>> = {
  LC_ALL: 'C', // messages are told apart by their English text
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_REPLACE_OBJECTS: '1', // LIVE is what was published, not what a local replacement says
  GIT_NO_LAZY_FETCH: '1', // no network but on a user's command
};

/** Returns what git may see of `environment`. */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(environment)) {
    const upper = name.toUpperCase(); // names have no case on Windows
    if (upper === 'LANGUAGE' || upper === 'LC_MESSAGES') continue;
    if (upper.startsWith('GIT_') && !PASSED.test(upper)) continue;
    result[name] = value;
  }
  return Object.assign(result, FIXED);
}
