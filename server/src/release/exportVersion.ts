import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { LiveRelease, ModelBytes } from './contract';
import { DEFINITION_FOLDER, formatJson, RECORD_FILE } from './store/record';

/** Zip files hold wall-clock times; with this one in every entry the bytes are the same in every time zone. */
const NO_TIME = new Date(1980, 0, 1);

/** A version as a zip file, laid out as in git: `release.json`, the bot below `definition/`, its models below `model/`. */
export function zipOf({ record, files }: LiveRelease, models: readonly ModelBytes[]): Uint8Array {
  const bytesOf = new Map(models.map(({ artifact, bytes }) => [artifact, bytes]));
  const entries: (readonly [string, Uint8Array])[] = [
    [RECORD_FILE, formatJson(record)],
    ...[...files].map(([path, bytes]) => [`${DEFINITION_FOLDER}${path}`, bytes] as const),
    ...record.models.map(({ file, artifact }) => [file, bytesOf.get(artifact) ?? new Uint8Array()] as const),
  ];
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const content: Zippable = Object.fromEntries(
    sorted.map(([path, bytes]) => [path, [bytes, { mtime: NO_TIME }]]),
  );
  return zipSync(content, { level: 6 });
}
