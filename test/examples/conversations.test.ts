import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import { passed } from '../../server/src/testing/result';
import { runTests } from '../../server/src/testing/runTests';
import { fileUri } from '../../server/src/text/uri';
import { modelsOf } from '../dialogue/talk';

const EXAMPLE = resolve(__dirname, '..', '..', '..', 'examples', 'choo-choo');

// Protects engine and NLP together: the example is what people try first.
describe('the conversation tests of the example', function () {
  this.timeout(120_000);

  it('pass', async () => {
    const [bot] = snapshotOf(new NodeFileSystem(), [fileUri(EXAMPLE)]).bots;
    assert.ok(bot && bot.tests.length > 10);
    const { results } = await runTests(bot, await modelsOf(bot));
    assert.deepEqual(
      results
        .filter((result) => !passed(result))
        .map(({ test, failures, transcript }) => ({ test: test.item.name.value, failures, transcript })),
      [],
    );
  });
});
