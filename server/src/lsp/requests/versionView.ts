import type { VersionView } from '../../protocol';
import type { Version } from '../../release/contract';
import { overriddenWords } from '../../release/gates/overriddenWords';

/** A version as plain JSON. Load this when somebody asks for versions: the gates bring what runs conversations along. */
export function versionView(version: Version): VersionView {
  const { version: number, kind, notes, author, date, commit, live, overrides } = version;
  return {
    version: number,
    kind,
    notes,
    author,
    date,
    commit,
    live,
    overrides: overrides.map(overriddenWords),
  };
}
