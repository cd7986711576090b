import type { Intent } from '../model/definitions';
import { foldName } from '../model/occurrence';
import type { EntityRoles } from './runnable';

/** Key of the roles of an entity in an intent and a language. */
export function rolesKey(intent: string, entity: string, language: string): string {
  return `${foldName(intent)} ${foldName(entity)} ${language}`;
}

/**
 * Which variable each entity of an intent is for. One entity may be for several (from where, where to): the word before
 * the value then tells them apart, as it does in the annotated expressions.
 */
export function rolesOf(intents: readonly Intent[]): ReadonlyMap<string, EntityRoles> {
  const seen = new Map<string, { variable: string; cue: string }[]>();
  for (const intent of intents) {
    for (const [language, { expressions }] of intent.expressions) {
      for (const { plain, annotations } of expressions) {
        for (const { entity, variable, plain: span } of annotations) {
          if (!variable) continue;
          const key = rolesKey(intent.name.value, entity.value, language);
          const entry = { variable: variable.value, cue: cueAt(plain, span.start) };
          const known = seen.get(key);
          if (known) known.push(entry);
          else seen.set(key, [entry]);
        }
      }
    }
  }
  return new Map([...seen].map(([key, uses]) => [key, summarise(uses)]));
}

function summarise(uses: readonly { readonly variable: string; readonly cue: string }[]): EntityRoles {
  const cues = new Map<string, string>();
  for (const cue of new Set(uses.map((use) => use.cue))) {
    const [best] = byFrequency(uses.filter((use) => use.cue === cue).map(({ variable }) => variable));
    if (best !== undefined && cue !== '') cues.set(cue, best);
  }
  return { variables: byFrequency(uses.map(({ variable }) => variable)), cues };
}

/** The most frequent first; the first seen among equals. */
function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** The word that ends before `at`, lower case; empty where none does. */
export function cueAt(text: string, at: number): string {
  return /([\p{L}\p{N}]+)[\s\p{P}]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1]?.toLowerCase() ?? '';
}
