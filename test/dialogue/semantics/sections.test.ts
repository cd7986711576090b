import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { documentedSections } from './table';

describe('Dialogue: the table of semantics', () => {
  it('has a file of tests for each section of docs/dialogue.md with a table', () => {
    const nameOf = (title: string): string =>
      `${title.toLowerCase().replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())}.test.js`;
    const expected = ['sections.test.js', ...[...documentedSections().keys()].map(nameOf)].sort();
    const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
    assert.deepEqual(files.sort(), expected);
  });
});
