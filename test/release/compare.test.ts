import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Change, Comparison, Side } from '../../server/src/release/contract';
import { markdownOf } from '../../server/src/release/difference/markdown';
import { BotRepository, flowFile, intentFile } from '../support/repository';

const DRAFT: Side = { kind: 'draft' };
const LIVE: Side = { kind: 'live' };

function version(number: number): Side {
  return { kind: 'version', version: number };
}

describe('Comparing draft, LIVE and versions', function () {
  this.timeout(240_000);
  let repository: BotRepository;

  before(async () => {
    repository = new BotRepository();
    await repository.published('full', 'One');
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    await repository.published('full', 'Two');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Third.'));
  });
  after(() => {
    repository.assertSound();
    repository.remove();
  });

  async function compared(one: Side, other: Side): Promise<Comparison> {
    const result = await repository.releases.compare(repository.bot(), one, other);
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  }

  function names({ changes }: Comparison): readonly string[] {
    return changes.map(({ symbol, name }) => `${symbol} ${name}`);
  }

  it('tells what lies between any two of them', async () => {
    assert.deepEqual(names(await compared(version(1), version(2))), ['intent refund']);
    assert.deepEqual(names(await compared(LIVE, DRAFT)), ['dialog booking/start']);
    assert.deepEqual(names(await compared(version(1), DRAFT)), ['intent refund', 'dialog booking/start']);
    assert.deepEqual(names(await compared(version(2), LIVE)), []);
    const { before, after } = await compared(LIVE, version(1));
    assert.deepEqual([before, after], [{ kind: 'live', version: 2 }, version(1)]);
  });

  it('refuses a version that there is not', async () => {
    const result = await repository.releases.compare(repository.bot(), version(9), DRAFT);
    assert.ok(!result.ok);
    assert.equal(result.error.reason, 'version-missing');
  });

  it('takes a LIVE that does not exist yet as empty, and does not take one that is unknown as anything', async () => {
    const fresh = new BotRepository();
    try {
      const first = await fresh.releases.compare(fresh.bot(), LIVE, DRAFT);
      assert.ok(first.ok);
      assert.deepEqual(first.value.before, { kind: 'live', version: null });
      assert.ok(first.value.changes.every(({ change }) => change === 'added'));
      fresh.git('commit', '--allow-empty', '--quiet', '--message', 'x');
      fresh.git('tag', 'bots/choo-choo/v1');
      const unknown = await fresh.releases.compare(fresh.bot(), LIVE, DRAFT);
      assert.ok(!unknown.ok);
      assert.equal(unknown.error.reason, 'live-unknown');
    } finally {
      fresh.remove();
    }
  });
});

function comparison(changes: readonly Change[], bot = 'choo-choo'): Comparison {
  return { bot, before: { kind: 'live', version: 3 }, after: { kind: 'draft' }, changes };
}

function intent(name: string, edits: Change['edits'] = []): Change {
  return { part: 'nlp', change: 'changed', symbol: 'intent', name, before: 'a', after: 'a', edits };
}

// Protects the readers of a pull request: names and texts come from files that anybody may have written.
describe('A comparison as Markdown', () => {
  it('sums up first, and unfolds the details', () => {
    const text = markdownOf(
      comparison([
        intent('refund', [
          { aspect: 'expression', change: 'added', at: 'expressions', language: 'en', after: 'my money' },
        ]),
      ]),
    );
    assert.equal(
      text,
      `### <code>choo&#45;choo</code>: LIVE &#40;version 3&#41; &#8594; DRAFT

**NLP part**: 1 change

<details>
<summary><b>NLP part</b> (1)</summary>

- <code>Intent refund changed</code>: 1 expression added
  - <code>&#43; expressions &#40;en&#41;&#58; my money</code>

</details>
`,
    );
    assert.match(markdownOf(comparison([])), /Nothing differs in meaning/);
  });

  it('lets nothing from a file mean anything', () => {
    const calm = shapeOf('x');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1, unit: 'binary' }),
          fc.constantFrom(
            '</code></details><script>alert(1)</script>',
            '`@everyone` @octocat #1 [x](javascript:alert(1)) ![i](http://evil)',
            '\n\n# heading\n- item\n<img src=x>',
            '&lt;b&gt; &#60; \\` \u202e',
            'https://evil.example www.evil.example a@b.example GH-1',
          ),
        ),
        (name) => {
          assert.deepEqual(shapeOf(name), calm);
        },
      ),
    );
  });

  it('fits into a comment however much changed', () => {
    const edits = Array.from({ length: 100 }, (_, at) => ({
      aspect: 'expression' as const,
      change: 'added' as const,
      at: 'expressions',
      after: `{${'x'.repeat(150)}}${at}`,
    }));
    const many = Array.from({ length: 400 }, (_, at) => intent(`intent_${at}`, edits));
    const text = markdownOf(comparison(many));
    assert.ok(text.length <= 65_536, String(text.length));
    assert.match(text, /400 changes/);
    assert.match(text, /and 300 more/);
  });
});

/** Everything in the Markdown of a comparison that is not text: tags, lines, and the marks that Markdown reads. */
function shapeOf(name: string): readonly string[] {
  const text = markdownOf(
    comparison(
      [intent(name, [{ aspect: 'expression', change: 'moved', at: 'expressions', after: name, from: name }])],
      name,
    ),
  );
  return text.split('\n').map((line) => line.replaceAll(/(?:&#\d+;|[\p{L}\p{M}\p{N} ])+/gu, 'x'));
}
