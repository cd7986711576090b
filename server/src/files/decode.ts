import { t } from '@vscode/l10n';
import { Lines } from '../text/lines';
import type { FileProblem, FileReading } from './fileSystem';

/** Bytes that a definition file may have unless the owner of the file system says otherwise. */
export const DEFAULT_MAX_BYTES = 2 * 1024 * 1024;

/** Keeps nothing from one text to the next, unless it is told that more is to come. */
const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Turns the bytes of a file into text, or says why that is refused. A byte order mark is left out, as editors do. */
export function decode(bytes: Uint8Array, maxBytes = DEFAULT_MAX_BYTES): FileReading {
  if (bytes.length > maxBytes) return { ok: false, problem: tooLarge(bytes.length, maxBytes) };
  let text: string;
  try {
    text = STRICT.decode(bytes);
  } catch {
    return { ok: false, problem: notUtf8(bytes) };
  }
  return checkText(text);
}

/** The guards of `decode` for a text that is already one: the content of an editor. */
export function checkOpenText(text: string, maxBytes = DEFAULT_MAX_BYTES): FileReading {
  // Three bytes per unit is the most UTF-8 can take; only then is counting worth it.
  if (text.length * 3 > maxBytes) {
    const size = new TextEncoder().encode(text).length;
    if (size > maxBytes) return { ok: false, problem: tooLarge(size, maxBytes) };
  }
  return checkText(text);
}

/**
 * What YAML does not allow as a character (1.2, `c-printable`), lone surrogates, and carriage returns on their own, of
 * which editors and YAML disagree whether they end a line.
 */
const REFUSED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]|\r(?!\n)/u;

/** The last text that was found in order: the same one is checked where it is read, and again where it is parsed. */
let lastChecked: string | undefined;

/** Refuses text that holds characters which no file of text has. */
export function checkText(text: string): FileReading {
  if (text === lastChecked) return { ok: true, text };
  const offset = text.search(REFUSED);
  if (offset === -1) {
    lastChecked = text;
    return { ok: true, text };
  }
  const unit = text.charCodeAt(offset);
  const { line, character } = new Lines(text.slice(0, offset)).positionAt(offset);
  const place = [line + 1, character + 1] as const;
  const code = `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const message = t('Half of a character ({0}) stands in line {1}, column {2}: remove it.', code, ...place);
    return { ok: false, text, problem: { reason: 'not-utf-8', message, offset } };
  }
  const message =
    unit === 13
      ? t('Line {0} ends with a carriage return only: let lines end with LF or CRLF.', place[0])
      : unit === 0
        ? t('This is not a text file: it holds a NUL character in line {0}, column {1}.', ...place)
        : t('The control character {0} stands in line {1}, column {2}: remove it.', code, ...place);
  return { ok: false, text, problem: { reason: 'control-character', message, offset } };
}

/** The problem of a file of `size` bytes where `maxBytes` are allowed. */
export function tooLarge(size: number, maxBytes: number): FileProblem {
  const message = t(
    'This file is too large to be checked ({0} MB, at most {1} MB): split it.',
    megabytes(size),
    megabytes(maxBytes),
  );
  return { reason: 'too-large', message };
}

function megabytes(bytes: number): string {
  return (Math.ceil((bytes / (1024 * 1024)) * 10) / 10).toString();
}

function notUtf8(bytes: Uint8Array): FileProblem {
  const valid = validPrefix(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, valid), { stream: true });
  const { line } = new Lines(before).positionAt(before.length);
  const message = t(
    'This file is not UTF-8 (the first wrong byte is in line {0}): save it with the encoding UTF-8.',
    line + 1,
  );
  return { reason: 'not-utf-8', message, offset: before.length };
}

/** How many bytes can be decoded before the first wrong one. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
