import assert from 'node:assert/strict';
import { leftBehind, renameWithFile } from '../../server/src/features/fileChanges';
import { relink } from '../../server/src/features/relink';
import { applyEdits } from '../../server/src/text/edit';
import { joinUri } from '../../server/src/text/uri';
import { applied, cursorIn, show, workbench, type Workbench } from './workbench';

const INTENT = 'intents/book_train.intent.yaml';

function renamed({ bot, file }: Workbench, path: string) {
  return renameWithFile(bot, file, joinUri(bot.root, path));
}

describe('a file that is renamed', () => {
  it('takes the definition that it is named after along, everywhere', () => {
    const result = renamed(cursorIn(INTENT, 'in|tent'), 'intents/buy.intent.yaml');
    assert.ok(result && !('refused' in result));
    assert.deepEqual(result.files, []);
    const after = applied(result.edits);
    assert.deepEqual([...after.keys()].sort(), [
      'flows/booking.flow.yaml',
      INTENT,
      'tests/trip.bottest.yaml',
    ]);
    assert.match(after.get(INTENT) ?? '', /^intent: buy\n/);
  });

  it('leaves names alone when it moves, changes its kind, or bears another name', () => {
    const bench = cursorIn(INTENT, 'in|tent');
    assert.equal(renamed(bench, 'travel/book_train.intent.yaml'), undefined);
    assert.equal(renamed(bench, 'intents/buy.flow.yaml'), undefined);
    assert.equal(renamed(bench, 'intents/buy.yaml'), undefined);
    assert.equal(renamed(workbench({ 'a.intent.yaml': 'in|tent: b\n' }), 'b.intent.yaml'), undefined);
    const two = workbench({ 'a.intent.yaml': 'in|tent: a\n---\nintent: b\n' });
    assert.equal(renamed(two, 'c.intent.yaml'), undefined);
  });

  it('says why its definition cannot take the new name', () => {
    const result = renamed(cursorIn(INTENT, 'in|tent'), 'intents/two words.intent.yaml');
    assert.ok(result && 'refused' in result);
    assert.match(result.refused, /not a valid name/);
  });
});

describe('files that are deleted', () => {
  const { bot } = cursorIn(INTENT, 'in|tent');

  it('leave behind what refers to them from elsewhere', () => {
    assert.deepEqual(show(leftBehind(bot, [joinUri(bot.root, INTENT)])), [
      'flows/booking.flow.yaml:5:book_train',
      'tests/trip.bottest.yaml:8:book_train',
    ]);
  });

  it('leave nothing behind when what refers to them goes too, or a second definition stays', () => {
    assert.deepEqual(leftBehind(bot, [bot.root]), []);
    const twice = workbench({ 'again.intent.yaml': '|intent: book_train\n' });
    assert.deepEqual(leftBehind(twice.bot, [joinUri(bot.root, INTENT)]), []);
    assert.deepEqual(leftBehind(bot, [joinUri(bot.root, 'nothing.flow.yaml')]), []);
  });
});

describe('the dialogs of a deleted intent', () => {
  const { bot } = cursorIn(INTENT, 'in|tent');
  const flow = 'flows/booking.flow.yaml';
  const after = (to: string | undefined): string | undefined => {
    const [change, ...others] = relink(bot, ['BOOK_TRAIN'], to);
    assert.ok(change?.kind === 'edit' && others.length === 0);
    assert.equal(change.uri, joinUri(bot.root, flow));
    return applyEdits(bot.files.get(change.uri)?.syntax.text ?? '', change.edits);
  };

  it('are linked to another one, tests left alone', () => {
    assert.match(after('buy') ?? '', /trigger:\n {6}intent: buy\n/);
  });

  it('lose their triggers', () => {
    assert.match(after(undefined) ?? '', /^flow: booking\ndialogs:\n {2}start:\n {4}ask:/);
  });
});
