import { SYSTEM_KINDS, type EntityData, type ListValue, type TrainingSummary } from '../contract';

/** The readable part of an artifact. */
export interface Header {
  readonly summary: TrainingSummary;
  /** In canonical order. */
  readonly entities: readonly EntityData[];
}

/** Canonical JSON: arrays in a fixed order, no object that is keyed by a name. */
export function writeHeader({ summary, entities }: Header): string {
  const { trainer, language, input } = summary;
  return JSON.stringify({
    trainer,
    language,
    input,
    intents: [...summary.intents],
    entityHashes: [...summary.entities],
    entities,
  });
}

/** Reads a header; undefined when any part of it is missing or of the wrong type. */
export function readHeader(json: string): Header | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { trainer, language, input } = value;
  const intents = readHashes(value['intents']);
  const entityHashes = readHashes(value['entityHashes']);
  const entities = readAll(value['entities'], readEntity);
  if (typeof trainer !== 'string' || typeof language !== 'string' || typeof input !== 'string')
    return undefined;
  if (!intents || !entityHashes || !entities) return undefined;
  return { summary: { trainer, language, input, intents, entities: entityHashes }, entities };
}

function readEntity(value: unknown): EntityData | undefined {
  if (!isRecord(value) || typeof value['name'] !== 'string') return undefined;
  const name = value['name'];
  switch (value['type']) {
    case 'list': {
      const values = readAll(value['values'], readListValue);
      return values && { type: 'list', name, values };
    }
    case 'pattern': {
      const patterns = readAll(value['patterns'], readText);
      return patterns && { type: 'pattern', name, patterns };
    }
    case 'system': {
      const system = SYSTEM_KINDS.find((kind) => kind === value['system']);
      return system && { type: 'system', name, system };
    }
    case 'contextual':
      return { type: 'contextual', name };
    default:
      return undefined;
  }
}

function readListValue(value: unknown): ListValue | undefined {
  if (!isRecord(value) || typeof value['value'] !== 'string') return undefined;
  const synonyms = readAll(value['synonyms'], readText);
  return synonyms && { value: value['value'], synonyms };
}

function readHashes(value: unknown): Map<string, string> | undefined {
  const pairs = readAll(value, (pair): readonly [string, string] | undefined => {
    if (!Array.isArray(pair) || pair.length !== 2) return undefined;
    const name: unknown = pair[0];
    const hash: unknown = pair[1];
    return typeof name === 'string' && typeof hash === 'string' ? [name, hash] : undefined;
  });
  return pairs && new Map(pairs);
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Every item read, or undefined when one cannot be. */
function readAll<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const result: T[] = [];
  for (const item of value) {
    const one = read(item);
    if (one === undefined) return undefined;
    result.push(one);
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
