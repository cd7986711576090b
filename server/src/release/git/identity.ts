import type { Result } from '../contract';
import type { GitCall } from './git';
import { problem } from './problems';
import type { Repository } from './repository';

/** Who acts, and when, as git knows it: from GIT_AUTHOR_* or the configuration. */
export interface Identity {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 with the person's offset. */
  readonly date: string;
  /** For git: makes a commit bear exactly this identity and date. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function readIdentity(repository: Repository, call: GitCall = {}): Promise<Result<Identity>> {
  const answer = await repository.git.text(['var', 'GIT_AUTHOR_IDENT'], call);
  if (!answer.ok) return answer;
  const [, name = '', email = '', seconds = '', zone = ''] =
    /^(.*) <(.*)> (\d+) ([+-]\d{4})$/.exec(answer.value) ?? [];
  if (name === '' || seconds === '') return { ok: false, error: problem('no-identity') };
  return {
    ok: true,
    value: {
      name,
      email,
      date: isoDate(Number(seconds), zone),
      environment: {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_AUTHOR_DATE: `${seconds} ${zone}`,
      },
    },
  };
}

/** Seconds since 1970 and git's offset (`+0130`) as ISO 8601. */
function isoDate(seconds: number, zone: string): string {
  const minutes =
    (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5))) * (zone.startsWith('-') ? -1 : 1);
  const local = new Date((seconds + minutes * 60) * 1000).toISOString().slice(0, 19);
  return `${local}${zone.slice(0, 3)}:${zone.slice(3, 5)}`;
}
