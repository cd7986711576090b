import assert from 'node:assert/strict';
import { itemsOfFile, tableOf, type Item } from '../../server/src/release/content/items';
import { rememberedItems } from '../../server/src/release/content/hashedItems';
import { botOf } from '../../server/src/release/content/snapshot';
import { differenceOf } from '../../server/src/release/difference/difference';
import type { BotSnapshot, ProjectFile } from '../../server/src/project/snapshot';
import { atOnce } from '../../server/src/text/inPieces';
import { fileUri } from '../../server/src/text/uri';
import { flowFile, intentFile, smallBot } from '../support/repository';

const ROOT = fileUri('/bots/choo-choo');

function bot(files: Iterable<readonly [string, string]>): BotSnapshot {
  const made = botOf(ROOT, new Map([...files].map(([path, text]) => [path, Buffer.from(text)])));
  assert.ok(made);
  return made;
}

/** The items as a later run of the program has them. */
function remembered(of: BotSnapshot): readonly Item[] {
  const kept = new Map<string, string>();
  const memory = {
    recall: (key: string): unknown => JSON.parse(kept.get(key) ?? 'null') ?? undefined,
    keep: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
  };
  atOnce(rememberedItems(memory, of, 'its files'));
  assert.equal(kept.size, 1);
  return [...atOnce(rememberedItems(memory, of, 'its files')).items.values()];
}

describe('Items that are remembered', () => {
  it('have the trees that the files have, in the same order', () => {
    const of = bot([
      ...smallBot(),
      ['bot.yaml', `${smallBot().get('bot.yaml') ?? ''}nlp:\n---\nbot: second\n`],
      [
        'intents/many.intent.yaml',
        `${intentFile('one', 'a')}---\n---\n- not a map\n---\n${intentFile('two', 'b')}`,
      ],
      ['intents/empty.intent.yaml', ''],
      ['flows/broken.flow.yaml', 'flow: ['],
      ['flows/two.flow.yaml', `${flowFile('two')}---\n${flowFile('three')}`],
    ]);
    const items = remembered(of);
    const found = [...of.files].flatMap(([uri, file]) => itemsOfFile(file, uri.slice(ROOT.length + 1)));
    assert.equal(items.length, found.length);
    for (const [index, { path, name, root }] of found.entries()) {
      const item = items[index];
      assert.deepEqual([item?.path, item?.name], [path, name]);
      assert.equal(item?.root, root, `${path} ${name}`);
    }
  });

  it('are looked for once in a file, however many it has and however often they are compared', () => {
    const many = (end: string): string =>
      Array.from({ length: 60 }, (_, index) => intentFile(`intent_${index}`, `words ${index}${end}`)).join(
        '---\n',
      );
    let looks = 0;
    const counted = (of: BotSnapshot): BotSnapshot => ({
      ...of,
      root: of.root,
      files: new Map([...of.files].map(([uri, file]) => [uri, counting(file, () => looks++)])),
    });
    const sides = ['', ' more'].map((end) =>
      remembered(counted(bot([...smallBot(), ['intents/many.intent.yaml', many(end)]]))),
    );
    looks = 0;
    const [before, after] = sides.map(tableOf);
    assert.ok(before && after);
    assert.equal(differenceOf(before, after).length, 60);
    assert.equal(looks, 2, 'the one file that differs, on both sides');
  });
});

function counting(file: ProjectFile, look: () => void): ProjectFile {
  return new Proxy(file, {
    get(target, key) {
      if (key === 'syntax') look();
      const value: unknown = Reflect.get(target, key, target);
      return value;
    },
  });
}
