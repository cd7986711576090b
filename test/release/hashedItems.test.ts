import assert from 'node:assert/strict';
import { itemsOfFile, tableOf, type Item } from '../../server/src/release/content/items';
import { rememberedItems } from '../../server/src/release/content/hashedItems';
import { botOf } from '../../server/src/release/content/snapshot';
import { keptFindings, keptTraining } from '../../server/src/release/plan/kept';
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

/** The same JSON with something else in each place in turn. */
function* damagedIn(value: unknown): Generator<unknown, void, void> {
  yield true;
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      for (const damaged of damagedIn(member)) yield value.with(index, damaged);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      for (const damaged of damagedIn(member)) yield { ...value, [key]: damaged };
    }
  }
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

  it('are found out anew where something else was kept', () => {
    const of = bot(smallBot());
    let kept: unknown;
    const keep = (_: string, value: unknown): void => void (kept = value);
    const { items: found } = atOnce(rememberedItems({ recall: () => undefined, keep }, of, 'its files'));
    const sound: unknown = JSON.parse(JSON.stringify(kept));
    assert.equal(keepsAnew(of, sound), false);
    let damages = 0;
    for (const damaged of [undefined, null, [], {}, ...damagedIn(sound)]) {
      damages++;
      assert.equal(keepsAnew(of, damaged), true, JSON.stringify(damaged));
    }
    assert.ok(damages > found.size * 6, String(damages));
  });
});

function keepsAnew(of: BotSnapshot, kept: unknown): boolean {
  let keeps = false;
  const keep = (): void => void (keeps = true);
  atOnce(rememberedItems({ recall: () => kept, keep }, of, 'its files'));
  return keeps;
}

describe('Findings and training that are remembered', () => {
  it('are what was kept, and nothing else', () => {
    const place = { uri: ROOT, range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } } };
    const finding = {
      ...place,
      code: 'references/unknown-intent',
      severity: 'error',
      message: 'There is none.',
      span: { start: 1, end: 2 },
      bot: 'choo-choo',
      related: [{ ...place, message: 'Here.' }],
      data: { name: 'book_train' },
    };
    const need = { language: 'en', input: 'its hash', problems: ['Too few.'] };
    assert.deepEqual([keptFindings([]), keptFindings([finding])], [[], [finding]]);
    assert.deepEqual([keptTraining([]), keptTraining([need])], [[], [need]]);
    for (const damaged of [
      undefined,
      null,
      {},
      [{}],
      [{ ...finding, severity: 'none' }],
      ...damagedIn([finding]),
    ]) {
      assert.equal(keptFindings(damaged), undefined, JSON.stringify(damaged));
    }
    for (const damaged of [undefined, null, {}, [{}], ...damagedIn([need])]) {
      assert.equal(keptTraining(damaged), undefined, JSON.stringify(damaged));
    }
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
