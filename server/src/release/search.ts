import type { Version } from './contract';

/**
 * The versions that a search finds: every word stands in the notes, the author's name, the kind, or is the number (`3` or
 * `v3`). Case, accents and the order of words do not count; a search for nothing finds all.
 */
export function searchVersions(versions: readonly Version[], query: string): readonly Version[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return versions.filter(({ version, notes, author, kind }) => {
    const text = folded(`${notes}\n${author}\n${kind}`);
    return words.every((word) => text.includes(word) || word === String(version) || word === `v${version}`);
  });
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
