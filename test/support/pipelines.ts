import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const PAGE = resolve(__dirname, '..', '..', '..', 'docs', 'ci.md');

/** What a runner would run of a job: scripts one after the other, each in a shell of its own. */
export interface Job {
  /** Commits that are cloned; 0 is all of them. */
  readonly depth: number;
  readonly scripts: readonly Script[];
}

export interface Script {
  readonly text: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface GitHubStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface GitLabJob {
  readonly script: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** GitLab clones so many commits when a job says nothing. */
const GITLAB_DEPTH = 20;

/**
 * The jobs of the example for GitHub Actions.
 * @param expressions what stands for `${{ … }}`
 */
export function gitHubJob(name: string, expressions: Readonly<Record<string, string>>): Job {
  const { jobs } = example('GitHub Actions') as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly GitHubStep[] }>>;
  };
  const { steps } = found(jobs[name], name);
  const fill = (text: string): string =>
    text.replaceAll(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) =>
      found(expressions[expression], expression),
    );
  const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
  return {
    depth: Number(checkout?.with?.['fetch-depth'] ?? 1),
    scripts: steps.flatMap(({ run, env = {} }) =>
      run === undefined
        ? []
        : [
            {
              text: fill(run),
              environment: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)])),
            },
          ],
    ),
  };
}

/** The jobs of the example for GitLab: a script is one shell, which stops at the first command that fails. */
export function gitLabJob(name: string): Job {
  const job = found((example('GitLab') as Readonly<Record<string, GitLabJob>>)[name], name);
  return {
    depth: Number(job.variables?.['GIT_DEPTH'] ?? GITLAB_DEPTH),
    scripts: [{ text: job.script.join('\n'), environment: {} }],
  };
}

/** The YAML below a heading of docs/ci.md. */
function example(heading: string): unknown {
  const [, section] = readFileSync(PAGE, 'utf8').split(`\n## ${heading}\n`);
  const [, yaml] = /```yaml\n([^]*?)```/.exec(found(section, heading)) ?? [];
  return parse(found(yaml, heading));
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`docs/ci.md has no ${what}.`);
  return value;
}
