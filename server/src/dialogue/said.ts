import { foldName } from '../model/occurrence';
import type { EntityMatch } from '../nlp/contract';
import { cueAt, rolesKey } from './roles';
import type { RunnableBot } from './runnable';
import type { Said } from './session';

/** What a message said beside its intent: the value of each entity, with the variable that it is for. */
export function saidIn(
  bot: RunnableBot,
  text: string,
  entities: readonly EntityMatch[],
  intent: string | undefined,
  language: string,
): readonly Said[] {
  const taken = new Set<string>();
  return entities.map(({ entity, value, start, end }) => {
    const roles = intent === undefined ? undefined : bot.roles.get(rolesKey(intent, entity, language));
    const cued = roles?.cues.get(cueAt(text, start));
    const variable =
      cued !== undefined && !taken.has(cued) ? cued : roles?.variables.find((name) => !taken.has(name));
    if (variable !== undefined) taken.add(variable);
    return { entity, value, start, end, ...(variable !== undefined && { variable }) };
  });
}

/** The best match of an entity: the surest, then the first, then the longest. */
export function bestMatch(entities: readonly EntityMatch[], entity: string): EntityMatch | undefined {
  const wanted = foldName(entity);
  const matches = entities.filter((match) => foldName(match.entity) === wanted);
  const [best] = matches.sort((a, b) => b.score - a.score || a.start - b.start || b.end - a.end);
  return best;
}

/** What is left to be used once a part of the message was: a word counts for one thing only. */
export function without(said: readonly Said[], used: Pick<Said, 'start' | 'end'>): readonly Said[] {
  return said.filter(({ start, end }) => end <= used.start || start >= used.end);
}
