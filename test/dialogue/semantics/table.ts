import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileBot } from '../../../server/src/dialogue/compileBot';
import type { Models } from '../../../server/src/dialogue/hear';
import type { RunnableBot } from '../../../server/src/dialogue/runnable';
import type { SessionStart } from '../../../server/src/dialogue/session';
import { rowBot } from '../fixture';
import { modelsOf, Talk } from '../talk';
import { QUESTION } from './bots';

const DOCUMENT = resolve(__dirname, '..', '..', '..', '..', 'docs', 'dialogue.md');

/** What the tests of a section are written with. */
export interface Section {
  /** A test that is the row of this name in the document. */
  readonly row: (name: string, test: () => void) => void;
  /** A conversation with the row bot that has these dialogs. */
  readonly talk: (dialogs: string, start?: SessionStart) => Talk;
  readonly talkTo: (bot: RunnableBot) => Talk;
}

/** The tests of a section of docs/dialogue.md: one for each row of its table, in its order. */
export function semantics(title: string, define: (section: Section) => void): void {
  describe(`Dialogue: the table of semantics, ${title}`, function () {
    this.timeout(120_000);
    let models: Models;
    const rows: string[] = [];
    before(async () => {
      models = await modelsOf(rowBot(QUESTION));
    });

    define({
      row: (name, test) => {
        rows.push(name);
        it(name, test);
      },
      talk: (dialogs, start = {}) => new Talk({ bot: compileBot(rowBot(dialogs)), models }, start),
      talkTo: (bot) => new Talk({ bot, models }),
    });

    it('has a row in docs/dialogue.md for each of these tests, and a test for each row', () => {
      assert.deepEqual(rowsOf(documentedSections().get(title)), rows);
    });
  });
}

/** The sections of the document that have a table, by their title. */
export function documentedSections(): ReadonlyMap<string, string> {
  const [, ...sections] = readFileSync(DOCUMENT, 'utf8').split(/^## /m);
  return new Map(
    sections
      .filter((section) => rowsOf(section).length > 0)
      .map((section) => [section.slice(0, section.indexOf('\n')), section]),
  );
}

function rowsOf(section = ''): readonly string[] {
  return [...section.matchAll(/^\| (?!-|situation)([^|]+?) \|/gm)].map(([, name = '']) => name);
}
