/**
 * What the core schema of YAML 1.2 (10.3.2) makes of a plain text. Differs from the letter of the specification where
 * the library does: `.nan` has no sign.
 */
export function coreValue(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if (isWordStart(first)) return text.length <= 5 ? wordValue(text) : text;
  return isNumberStart(first) ? numberValue(text) : text;
}

function isNumberStart(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || unit === 43 || unit === 45 || unit === 46;
}

/** `~`, and the letters that null, true and false start with. */
function isWordStart(unit: number): boolean {
  const lower = unit | 32;
  return lower === 110 || lower === 116 || lower === 102 || unit === 126;
}

function wordValue(text: string): string | boolean | null {
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return text;
  }
}

const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

function numberValue(text: string): string | number {
  if (INTEGER.test(text)) return Number.parseInt(text, 10);
  if (FLOAT.test(text)) return Number.parseFloat(text);
  if (OCTAL.test(text)) return Number.parseInt(text.slice(2), 8);
  if (HEXADECIMAL.test(text)) return Number.parseInt(text.slice(2), 16);
  if (NOT_A_NUMBER.test(text)) return Number.NaN;
  if (INFINITE.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return text;
}
