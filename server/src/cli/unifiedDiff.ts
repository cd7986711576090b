import { relative, sep } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { pathOf } from '../text/uri';
import type { Replacement } from './fileWriter';
import { paint, printable, type Terminal } from './terminal';

/** Prints what would change as a patch that `git apply` and `patch -p1` take. */
export function printDiff(terminal: Terminal, { uri, before, after }: Replacement): void {
  const path = relative(terminal.cwd, pathOf(uri)).split(sep).join('/');
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
  for (const line of patch.replace(/\n$/, '').split('\n')) terminal.out(`${colored(terminal, line)}\n`);
}

/** On a terminal control characters are made visible; a patch in a pipe keeps them, or it would not apply. */
function colored(terminal: Terminal, line: string): string {
  if (!terminal.color) return line;
  const safe = printable(line);
  if (/^(?:---|\+\+\+) /.test(line)) return paint(terminal, 'bold', safe);
  if (line.startsWith('+')) return paint(terminal, 'green', safe);
  if (line.startsWith('-')) return paint(terminal, 'red', safe);
  return line.startsWith('@@') ? paint(terminal, 'blue', safe) : safe;
}
