import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeProjectFile } from '../../server/src/model/projectFile';
import type { ProjectFile } from '../../server/src/model/projectFile';
import { parseFile } from '../../server/src/syntax/parse';
import type { FileKind } from '../../server/src/syntax/tree';
import { edit, EXAMPLES } from '../syntax/randomFiles';

function read(kind: FileKind, text: string, previous?: ProjectFile): ProjectFile {
  return makeProjectFile(parseFile('file:///bot/a.yaml', kind, { ok: true, text }, previous?.syntax));
}

/** What is known about a file, without the text's own machinery. */
function facts({ definitions, occurrences, schemaProblems }: ProjectFile): object {
  return { definitions, occurrences, schemaProblems };
}

const KIND = /^(bot|intent|entity|flow|test):/m;

const file = fc
  .constantFrom(...EXAMPLES.filter((text) => KIND.test(text)))
  .map((text) => ({ text, kind: KIND.exec(text)?.[1] as FileKind }));

/** A word that stands in the files, put in place of another: mistakes that parse. */
const swap = fc.record({ at: fc.nat(), from: fc.nat() }).map(({ at, from }) => (text: string): string => {
  const words = [...text.matchAll(/\w+/g)];
  const target = words[at % words.length];
  const source = words[from % words.length];
  if (!target || !source) return text;
  return text.slice(0, target.index) + source[0] + text.slice(target.index + target[0].length);
});

describe('what is known about a file after edits', () => {
  it('is what a first look at it tells', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(fc.oneof(swap, edit), { minLength: 2, maxLength: 5 }),
        ({ text, kind }, edits) => {
          let known = read(kind, text);
          for (const change of edits) {
            // There and back: what was worked out before the edit is asked for again behind it.
            for (const next of [change(known.syntax.text), known.syntax.text, change(known.syntax.text)]) {
              known = read(kind, next, known);
              assert.deepEqual(facts(known), facts(read(kind, next)));
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
