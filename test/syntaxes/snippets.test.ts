import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeProjectFile } from '../../server/src/model/projectFile';
import { fileKindOf } from '../../server/src/syntax/fileKind';
import { parseFile } from '../../server/src/syntax/parse';
import type { Uri } from '../../server/src/text/uri';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const SNIPPETS = new Map<string, Snippet>(
  Object.entries(
    JSON.parse(
      readFileSync(join(__dirname, '../../../syntaxes/bot-definition.code-snippets'), 'utf8'),
    ) as Record<string, Snippet>,
  ),
);

/** Where each snippet is typed: the file, and the text with the place marked by `@`. */
const PLACES: readonly (readonly [snippet: string, file: string, text: string])[] = [
  ['Bot', 'bot.yaml', '@'],
  ['Intent', 'a.intent.yaml', '@'],
  ['List entity', 'a.entity.yaml', '@'],
  ['Pattern entity', 'a.entity.yaml', '@'],
  ['System entity', 'a.entity.yaml', '@'],
  ['Contextual entity', 'a.entity.yaml', '@'],
  ['Flow', 'a.flow.yaml', '@'],
  ['Dialog that says something', 'a.flow.yaml', 'flow: a\ndialogs:\n  @'],
  ['Dialog that asks', 'a.flow.yaml', 'flow: a\ndialogs:\n  b:\n    @'],
  ['Message', 'a.flow.yaml', 'flow: a\ndialogs:\n  b:\n    say:\n      @\n    end: true'],
  ['Message with buttons', 'a.flow.yaml', 'flow: a\ndialogs:\n  b:\n    say:\n      @'],
  ['Go to', 'a.flow.yaml', 'flow: a\ndialogs:\n  b:\n    @'],
  ['HTTP action', 'a.flow.yaml', 'flow: a\ndialogs:\n  b:\n    do:\n      @\n    end: true'],
  ['Set variables', 'a.flow.yaml', 'flow: a\ndialogs:\n  b:\n    do:\n      @\n    end: true'],
  [
    'Plural',
    'a.flow.yaml',
    'flow: a\ndialogs:\n  b:\n    say:\n      - text:\n          en: "@"\n    end: true',
  ],
  ['Conversation test', 'a.bottest.yaml', '@'],
];

/** What stands in the file when every place holder keeps its default. */
function expand(body: readonly string[]): string {
  let text = body.join('\n');
  text = text.replace(/\$\{\d+\|([^|,]*)[^|]*\|\}/g, '$1');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\$\{\d+:((?:\\.|[^\\}$])*)\}/g, '$1');
  }
  return text.replace(/\$\d+/g, '').replace(/\\([\\$}])/g, '$1');
}

function insert(place: string, text: string): string {
  const at = place.indexOf('@');
  const indentation = /[^\n]*$/.exec(place.slice(0, at))?.[0].match(/^ */)?.[0] ?? '';
  return `${place.slice(0, at)}${text.replaceAll('\n', `\n${indentation}`)}${place.slice(at + 1)}\n`;
}

describe('snippets', () => {
  it('each has a place in which it is tried', () => {
    assert.deepEqual(PLACES.map(([name]) => name).sort(), [...SNIPPETS.keys()].sort());
  });

  for (const [name, fileName, place] of PLACES) {
    it(`${name} makes a file that the schema accepts`, () => {
      const snippet = SNIPPETS.get(name);
      assert.ok(snippet);
      const text = insert(place, expand(snippet.body));
      const uri: Uri = `file:///bot/${fileName}`;
      const kind = fileKindOf(uri);
      assert.ok(kind);
      const file = makeProjectFile(parseFile(uri, kind, { ok: true, text }));
      assert.deepEqual(file.syntax.problems, [], text);
      assert.deepEqual(file.schemaProblems, [], text);
      assert.equal(file.definitions.length, 1, text);
    });
  }
});
