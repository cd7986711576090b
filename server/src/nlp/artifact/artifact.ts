import type { LinearModel } from '../classifier/linearModel';
import type { EntityData, TrainingSummary } from '../contract';
import { contextualNames, tagCount } from '../entities/contextual/tags';
import { ByteReader, ByteWriter, MalformedBytes } from './bytes';
import { crc32 } from './crc32';
import { type Header, readHeader, writeHeader } from './header';
import { readWeights, writeWeights } from './weights';

/** `BLNM`, little-endian. */
const MAGIC = 0x4d4e4c42;
/**
 * Version of this layout and of the features its weights belong to (text/features.ts). A new kind of feature or section
 * comes with a new number, and the reader of the old one stays: a published version answers as it did when it was tested.
 */
const FORMAT = 2;
/** The first one: without a tagger. */
const FORMAT_WITHOUT_TAGGER = 1;
/** Magic, format, length of the header; after the sections the checksum. */
const FRAME = 16;
/** More than a bot of thousands of intents needs; a larger file is not read at all. */
const LARGEST_ARTIFACT = 64 * 1024 * 1024;

/** What an artifact holds: its summary, the entities as data, and the classifier. */
export interface ArtifactContent {
  readonly summary: TrainingSummary;
  readonly entities: readonly EntityData[];
  readonly classifier: LinearModel;
  /** Undefined when no entity is learned. */
  readonly tagger: LinearModel | undefined;
}

/** Why bytes are no artifact that can be used. */
export type ArtifactFault = 'corrupted' | 'unsupported' | 'too-large';

export type ReadArtifact<T> =
  | { readonly ok: true; readonly content: T }
  | { readonly ok: false; readonly fault: ArtifactFault };

/**
 * Layout, all little-endian: magic (4 bytes), format (4), length of the header (4), header (canonical JSON in UTF-8),
 * classifier (see `writeWeights`), 1 and the tagger or 0 (1), CRC-32 of everything before (4). The same content gives the
 * same bytes.
 */
export function writeArtifact({ summary, entities, classifier, tagger }: ArtifactContent): Uint8Array {
  const header = new TextEncoder().encode(writeHeader({ summary, entities }));
  const writer = new ByteWriter();
  writer.uint32(MAGIC);
  writer.uint32(FORMAT);
  writer.uint32(header.length);
  writer.bytes(header);
  writeWeights(writer, classifier);
  writer.byte(tagger ? 1 : 0);
  if (tagger) writeWeights(writer, tagger);
  writer.uint32(crc32(writer.finish()));
  return writer.finish();
}

/** Reads and checks a whole artifact. Plain data only: nothing in it is ever run. */
export function readArtifact(bytes: Uint8Array): ReadArtifact<ArtifactContent> {
  return guarded(bytes, (header, reader, format) => {
    const classifier = readWeights(reader);
    const hasTagger = format !== FORMAT_WITHOUT_TAGGER && reader.byte() === 1;
    const tagger = hasTagger ? readWeights(reader) : undefined;
    if (reader.remaining !== 0) throw new MalformedBytes('bytes follow the end');
    if (classifier.intents !== header.summary.intents.size) throw new MalformedBytes('intents are missing');
    if (tagger && tagger.intents !== tagCount(contextualNames(header).length)) {
      throw new MalformedBytes('entities are missing');
    }
    return { ...header, classifier, tagger };
  });
}

/** Reads what a model remembers of its training input, without unpacking its weights. */
export function readSummary(bytes: Uint8Array): ReadArtifact<TrainingSummary> {
  return guarded(bytes, (header) => header.summary);
}

function guarded<T>(
  bytes: Uint8Array,
  read: (header: Header, rest: ByteReader, format: number) => T,
): ReadArtifact<T> {
  if (bytes.length > LARGEST_ARTIFACT) return { ok: false, fault: 'too-large' };
  if (bytes.length < FRAME) return { ok: false, fault: 'corrupted' };
  const body = bytes.subarray(0, bytes.length - 4);
  try {
    const reader = new ByteReader(body);
    if (reader.uint32() !== MAGIC) return { ok: false, fault: 'corrupted' };
    const format = reader.uint32();
    if (new ByteReader(bytes.subarray(bytes.length - 4)).uint32() !== crc32(body)) {
      return { ok: false, fault: 'corrupted' };
    }
    if (format !== FORMAT && format !== FORMAT_WITHOUT_TAGGER) return { ok: false, fault: 'unsupported' };
    const header = readHeader(decodeUtf8(reader.bytes(reader.uint32())));
    return header ? { ok: true, content: read(header, reader, format) } : { ok: false, fault: 'corrupted' };
  } catch (error) {
    if (error instanceof MalformedBytes) return { ok: false, fault: 'corrupted' };
    throw error;
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new MalformedBytes('the header is not UTF-8');
  }
}
