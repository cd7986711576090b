import type {
  Deployment,
  GateRecord,
  ModelRecord,
  PartHashes,
  ReleaseRecord,
  ScheduleEntry,
  VersionContent,
} from '../contract';
import { isKind } from './message';

export const RECORD_FILE = 'release.json';
export const DEPLOYMENT_FILE = 'deployment.json';
export const DEFINITION_FOLDER = 'definition/';
const MODEL_FOLDER = 'model/';

/** A first publish lets nobody in until someone decides. */
export const FIRST_DEPLOYMENT: Deployment = {
  format: 1,
  visibility: 'internal',
  access: null,
  status: 'active',
  schedule: [],
};

const LANGUAGE = /^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,7}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** Where the model of a language lies in a version; undefined when `language` cannot be a file name. */
export function modelFile(language: string, bytes: Uint8Array): string | undefined {
  if (!LANGUAGE.test(language)) return undefined;
  return `${MODEL_FOLDER}${language}.${bytes[0] === 0x7b ? 'json' : 'bin'}`;
}

export function formatJson(value: ReleaseRecord | Deployment): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** Reads `release.json`; undefined when anything is not as it should be: somebody else wrote it. */
export function parseRecord(bytes: Uint8Array): ReleaseRecord | undefined {
  const json = parseObject(bytes);
  if (json?.['format'] !== 1) return undefined;
  const { bot, version, kind, notes, date, source, base } = json;
  const author = asObject(json['author']);
  const hashes = parseHashes(asObject(json['hashes']));
  const models = parseList(json['models'], parseModel);
  const gates = parseList(json['gates'], parseGate);
  if (typeof bot !== 'string' || !isVersion(version) || typeof kind !== 'string' || !isKind(kind))
    return undefined;
  if (typeof notes !== 'string' || typeof date !== 'string' || !hashes || !models || !gates) return undefined;
  if (typeof author?.['name'] !== 'string' || typeof author['email'] !== 'string') return undefined;
  if (source !== null && typeof source !== 'string') return undefined;
  if (base !== null && !isVersion(base)) return undefined;
  const { name, email } = author;
  return {
    format: 1,
    bot,
    version,
    kind,
    notes,
    author: { name, email },
    date,
    source,
    base,
    hashes,
    models,
    gates,
  };
}

/** Reads `deployment.json`. */
export function parseDeployment(bytes: Uint8Array): Deployment | undefined {
  const json = parseObject(bytes);
  if (json?.['format'] !== 1) return undefined;
  const { visibility, access, status } = json;
  const schedule = parseList(json['schedule'], parseEntry);
  if (visibility !== 'public' && visibility !== 'internal') return undefined;
  if (access !== 'password' && access !== 'token' && access !== null) return undefined;
  if (status !== 'active' && status !== 'inactive') return undefined;
  return schedule && { format: 1, visibility, access, status, schedule };
}

function parseEntry(json: Json): ScheduleEntry | undefined {
  const { id, action, at, zone } = json;
  const expects = parseContent(json['expects']);
  const target = parseContent(json['target']) ?? null;
  if (!isVersion(id) || typeof at !== 'string' || !INSTANT.test(at) || Number.isNaN(Date.parse(at)))
    return undefined;
  if (typeof zone !== 'string' || !expects) return undefined;
  if (action !== 'activate' && action !== 'deactivate' && action !== 'live') return undefined;
  return (action === 'live') === (target !== null) ? { id, action, target, at, zone, expects } : undefined;
}

function parseContent(value: unknown): VersionContent | undefined {
  const { version, definition } = asObject(value) ?? {};
  return isVersion(version) && isHash(definition) ? { version, definition } : undefined;
}

type Json = Readonly<Record<string, unknown>>;

function parseObject(bytes: Uint8Array): Json | undefined {
  try {
    return asObject(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function parseList<T>(value: unknown, parse: (item: Json) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: T[] = [];
  for (const entry of value) {
    const object = asObject(entry);
    const item = object && parse(object);
    if (!item) return undefined;
    items.push(item);
  }
  return items;
}

function parseHashes(json: Json | undefined): PartHashes | undefined {
  const { nlp, flow, definition } = json ?? {};
  return isHash(nlp) && isHash(flow) && isHash(definition) ? { nlp, flow, definition } : undefined;
}

function parseModel(json: Json): ModelRecord | undefined {
  const { language, input, artifact, file } = json;
  if (typeof language !== 'string' || !LANGUAGE.test(language) || typeof file !== 'string') return undefined;
  if (file !== `${MODEL_FOLDER}${language}.json` && file !== `${MODEL_FOLDER}${language}.bin`)
    return undefined;
  return isHash(input) && isHash(artifact) ? { language, input, artifact, file } : undefined;
}

function parseGate(json: Json): GateRecord | undefined {
  const { id, outcome, reason, override } = json;
  if (typeof id !== 'string' || typeof reason !== 'string') return undefined;
  if (override !== undefined && typeof override !== 'string') return undefined;
  return outcome === 'pass' || outcome === 'warn' || outcome === 'block'
    ? { id, outcome, reason, ...(override === undefined ? {} : { override }) }
    : undefined;
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 1e9;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && SHA256.test(value);
}
