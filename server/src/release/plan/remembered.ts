import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { Finding, LiveState } from '../../rules/rule';
import type { Uri } from '../../text/uri';
import { snapshotFiles } from '../content/draft';
import { rememberedItems } from '../content/hashedItems';
import { definitionHash } from '../content/hashes';
import type { ContentMemory } from '../content/memory';
import { isNlpFile } from '../content/compose';
import type { BotFiles, LiveReading } from '../contract';
import { keptFindings, keptTraining } from './kept';
import { type TrainingNeed, trainingInSteps } from './training';

/**
 * What the findings of a bot by itself follow from, as the key under which they are kept: its files to the byte, where they
 * lie, and LIVE. Undefined where LIVE is not known.
 */
export function findingsKey(root: Uri, definition: string, live: LiveReading): string | undefined {
  if (live.kind === 'unknown') return undefined;
  const beside =
    live.kind === 'none'
      ? null
      : [live.release.version, live.release.record.hashes.definition, live.release.deployment.visibility];
  return JSON.stringify(['findings', root, definition, beside]);
}

/**
 * Takes note of what was found in a bot by itself by another than a plan, and of what else a plan wants to know of it.
 *
 * @param compared what it was compared with
 * @param live LIVE as it was read for that: when it is another, nothing is noted
 */
export function* noteChecked(
  memory: ContentMemory,
  bot: BotSnapshot,
  compared: LiveState,
  live: LiveReading,
  findings: readonly Finding[],
): Generator<void, void, void> {
  if (![...bot.files.values()].every(hasKnownBytes)) return;
  const files = snapshotFiles(bot);
  const definition = definitionHash(files);
  yield;
  const key = isSameLive(compared, live) ? findingsKey(bot.root, definition, live) : undefined;
  if (key === undefined) return;
  memory.keep(key, findings);
  yield* rememberedItems(memory, bot, definition);
  yield* rememberedTraining(memory, bot, files);
}

/**
 * False for what cannot be read as text, and for a text that begins with a byte order mark though one was left out: its bytes
 * would be taken for those of a file with one.
 */
function hasKnownBytes({ syntax }: ProjectFile): boolean {
  return !syntax.unreadable && !syntax.text.startsWith('\ufeff');
}

function isSameLive(compared: LiveState, live: LiveReading): boolean {
  if (compared.kind !== 'known' || live.kind !== 'known') return compared.kind === live.kind;
  const { version, deployment } = live.release;
  return compared.version === version && compared.visibility === deployment.visibility;
}

/** The findings that were kept; else they are found, and kept unless a rule failed: it may do better next time. */
export function* rememberedFindings(
  memory: ContentMemory | undefined,
  key: string | undefined,
  find: (onCrash: () => void) => Generator<void, readonly Finding[], void>,
): Generator<void, readonly Finding[], void> {
  const known = key === undefined ? undefined : keptFindings(memory?.recall(key));
  if (known) return known;
  let isWhole = true;
  const findings = yield* find(() => {
    isWhole = false;
  });
  if (key !== undefined && isWhole) memory?.keep(key, findings);
  return findings;
}

/** The training of a bot, per language, in steps; it follows from the NLP files and bot.yaml alone. */
export function* rememberedTraining(
  memory: ContentMemory | undefined,
  bot: BotSnapshot,
  files: BotFiles,
): Generator<void, readonly TrainingNeed[], void> {
  if (!memory) return yield* trainingInSteps(bot);
  const own = new Map([...files].filter(([path]) => path === 'bot.yaml' || isNlpFile(path)));
  const key = JSON.stringify(['training', definitionHash(own)]);
  const known = keptTraining(memory.recall(key));
  if (known) return known;
  const needs = yield* trainingInSteps(bot);
  memory.keep(key, needs);
  return needs;
}
