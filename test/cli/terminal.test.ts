import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { shortPath } from '../../server/src/cli/terminal';

describe('a path in the output of a command', () => {
  const here = resolve('work', 'bots');

  it('begins at the current folder when it is in there', () => {
    assert.equal(shortPath(here, join(here, 'one', 'bot.yaml')), join('one', 'bot.yaml'));
    assert.equal(shortPath(here, join(here, '..bot.yaml')), '..bot.yaml');
  });

  it('is whole when it is elsewhere: a row of .. says nothing to a person', () => {
    for (const path of [resolve('work'), resolve('work', 'cache', 'x.model')])
      assert.equal(shortPath(here, path), path);
  });
});
