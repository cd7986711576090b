import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  baseNameOf,
  fileUri,
  isWithin,
  joinUri,
  normalizeUri,
  parentOf,
  pathOf,
  relativePath,
} from '../../server/src/text/uri';

const segment = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      ' ',
      '%',
      '#',
      '?',
      '.',
      '-',
      'ü',
      '日',
      '😀',
      '+',
      '&',
      "'",
      '(',
      '%20',
      '%2F',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  .filter((name) => name !== '.' && name !== '..');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));

describe('addresses', () => {
  it('of paths lead back to the path, whatever is in its names', () => {
    fc.assert(fc.property(path, (name) => assert.equal(pathOf(fileUri(`/${name}`)), `/${name}`)));
  });

  it('are in normal form, once and for all', () => {
    fc.assert(
      fc.property(path, (name) => assert.equal(normalizeUri(fileUri(`/${name}`)), fileUri(`/${name}`))),
    );
    assert.equal(normalizeUri('file:///C:/a b'), normalizeUri('file:///c%3A/a%20b'));
  });

  it('of files below a folder have a relative path that leads back', () => {
    fc.assert(
      fc.property(path, path, (folder, file) => {
        const root = fileUri(`/${folder}`);
        const uri = joinUri(root, file);
        assert.equal(uri, fileUri(`/${folder}/${file}`));
        assert.equal(relativePath(root, uri), file);
        assert.ok(isWithin(root, uri));
        assert.ok(isWithin(parentOf(uri), uri));
        assert.equal(baseNameOf(uri), file.slice(file.lastIndexOf('/') + 1));
      }),
    );
  });

  it('tell a folder from one whose name starts the same', () => {
    assert.equal(isWithin('file:///a/bot', 'file:///a/bot2/x'), false);
    assert.equal(relativePath('file:///a/bot', 'file:///a/bot2/x'), undefined);
    assert.ok(isWithin('file:///a', 'file:///a'));
    assert.equal(relativePath('file:///a', 'file:///a'), undefined);
  });

  it('work at the root of a disk', () => {
    const root = fileUri('/');
    assert.ok(isWithin(root, 'file:///a/b'));
    assert.equal(relativePath(root, 'file:///a/b'), 'a/b');
    assert.equal(joinUri(root, 'a/b'), 'file:///a/b');
  });

  it('keep a stray percent sign in a name', () => {
    assert.equal(baseNameOf('file:///a/50%'), '50%');
  });
});
