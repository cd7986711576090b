import { t } from '@vscode/l10n';
import type { EntitySpan } from './metrics';

/** A message of a corpus, with what is right about it. */
export interface CorpusMessage {
  readonly text: string;
  /** Null: out of scope. Only messages to test with may be. */
  readonly intent: string | null;
  readonly entities: readonly EntitySpan[];
}

/** A corpus of one language. */
export interface Corpus {
  /** BCP 47. */
  readonly language: string;
  readonly train: readonly CorpusMessage[];
  readonly test: readonly CorpusMessage[];
}

export type CorpusReading =
  | { readonly ok: true; readonly corpora: readonly Corpus[] }
  /** One translated sentence that names the line. */
  | { readonly ok: false; readonly message: string };

/** What a line without `lang` is in. */
const DEFAULT_LANGUAGE = 'en';

interface Line extends CorpusMessage {
  readonly language: string;
  readonly split: 'train' | 'test';
}

/**
 * Reads a corpus in JSON lines: `{text, intent, split: "train" | "test", lang, entities?}`. Intent null (in the test
 * split) means out of scope. An entity is `{entity, start, end}`, or `{entity, text}` for the first place of that text
 * which no entity before it has taken.
 */
export function readCorpus(text: string): CorpusReading {
  const byLanguage = new Map<string, { train: CorpusMessage[]; test: CorpusMessage[] }>();
  const lines = text.split(/\r?\n/);
  for (const [index, source] of lines.entries()) {
    if (source.trim() === '') continue;
    const line = readLine(source);
    if (typeof line === 'string') return { ok: false, message: t('Line {0}: {1}', index + 1, line) };
    let corpus = byLanguage.get(line.language);
    if (!corpus) byLanguage.set(line.language, (corpus = { train: [], test: [] }));
    corpus[line.split].push({ text: line.text, intent: line.intent, entities: line.entities });
  }
  if (byLanguage.size === 0) return { ok: false, message: t('The corpus holds no line.') };
  for (const [language, { train, test }] of byLanguage) {
    if (train.length > 0 && test.length > 0) continue;
    return {
      ok: false,
      message: t('The corpus needs lines to train with and lines to test with in {0}.', language),
    };
  }
  return { ok: true, corpora: Array.from(byLanguage, ([language, split]) => ({ language, ...split })) };
}

/** A line, or what is wrong with it. */
function readLine(source: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return t('this is no JSON.');
  }
  if (!isRecord(value)) return t('this is no JSON object.');
  const { text, intent, split, lang = DEFAULT_LANGUAGE, entities = [] } = value;
  if (typeof text !== 'string') return t("'text' is missing, or no text.");
  if (split !== 'train' && split !== 'test') return t('\'split\' has to be "train" or "test".');
  if (intent !== null && typeof intent !== 'string')
    return t("'intent' is missing, or neither a name nor null.");
  if (intent === null && split === 'train') {
    return t('only a message to test with can be without an intent.');
  }
  if (typeof lang !== 'string') return t("'lang' is no language.");
  if (!Array.isArray(entities)) return t("'entities' is no list.");
  const spans = spansOf(text, entities);
  return typeof spans === 'string' ? spans : { text, intent, split, language: lang, entities: spans };
}

function spansOf(text: string, entities: readonly unknown[]): readonly EntitySpan[] | string {
  const spans: EntitySpan[] = [];
  for (const entity of entities) {
    if (!isRecord(entity) || typeof entity['entity'] !== 'string') return t('an entity has no name.');
    const span = spanOf(text, entity, spans);
    if (!span) return t("entity '{0}' is not in the text.", entity['entity']);
    spans.push({ entity: entity['entity'], ...span });
  }
  return spans;
}

function spanOf(
  text: string,
  entity: Readonly<Record<string, unknown>>,
  taken: readonly EntitySpan[],
): { readonly start: number; readonly end: number } | undefined {
  const { start, end, text: part } = entity;
  if (typeof start === 'number' && typeof end === 'number') {
    return start >= 0 && start < end && end <= text.length ? { start, end } : undefined;
  }
  if (typeof part !== 'string' || part === '') return undefined;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const after = at + part.length;
    if (!taken.some((span) => span.start < after && at < span.end)) return { start: at, end: after };
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
