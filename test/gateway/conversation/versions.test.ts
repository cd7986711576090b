import assert from 'node:assert/strict';
import type { Input } from '../../../server/src/gateway/conversation/contract';
import { onEachDatabase, type TestDatabase } from '../../support/databases';
import { startPublisher } from '../../support/publisher';
import { flowFile } from '../../support/repository';
import { begin, history, say, sent, valueOf, stageOf } from './stage';

onEachDatabase('Gateway: conversations while versions change', (database: TestDatabase) => {
  const stage = stageOf(database);

  // Each test goes on from what the one before made live.

  it('go on over a switch that another process makes, without a dropped or doubled message', async function overSwitch() {
    this.timeout(120_000);
    const conversations = await stage.host();
    stage.repository.write(
      'flows/general.flow.yaml',
      stage.repository
        .read('flows/general.flow.yaml')
        .toString()
        .replace('This is not_understood.', 'Version two.'),
    );
    await stage.repository.train();
    const publisher = startPublisher(stage.repository.folder, ['full', '2']);
    const talkers = await Promise.all(Array.from({ length: 4 }, () => begin(conversations)));
    await publisher.ready;
    publisher.go();
    const isLive = (): boolean => stage.served.inForce()?.version === 2;
    const walks = talkers.map(async (conversation) => {
      const versions: (number | null)[] = [];
      for (let after = 0; after < 3; after += isLive() ? 1 : 0) {
        const reply = valueOf(await sent(conversations, conversation, `nonsense ${versions.length}`));
        assert.deepEqual(
          reply.messages.map(({ text }) => text),
          [reply.version === 2 ? 'Version two.' : 'This is not_understood.'],
        );
        versions.push(reply.version);
      }
      return { conversation, versions };
    });
    for (const { conversation, versions } of await Promise.all(walks)) {
      assert.deepEqual(
        versions,
        versions.toSorted((a, b) => Number(a) - Number(b)),
        'never back to the old one',
      );
      assert.deepEqual(versions.slice(-2), [2, 2]);
      const said = await history(conversations, conversation);
      assert.deepEqual(
        said.filter((line) => line.startsWith('user: ')),
        versions.map((_, index) => `user: nonsense ${index}`),
      );
      assert.equal(said.length, 1 + 2 * versions.length);
    }
    assert.equal((await publisher.end).result?.outcome, 'published');
  });

  it('walk at random while versions change under them', async function randomWalk() {
    this.timeout(120_000);
    const gateways = [await stage.host(), await stage.host()];
    const made = { switches: 0 };
    const walks = Array.from({ length: 3 }, async (_, walker) => {
      const below = randomFrom(walker + 1);
      const [first] = gateways;
      assert.ok(first);
      const conversation = await begin(first);
      const lines: string[] = ['bot: This is welcome.'];
      const buttons: string[] = ['never/offered'];
      while (made.switches < 4) {
        const input = walkInput(below, buttons);
        const gateway = gateways[below(2)] ?? first;
        const reply = valueOf(await sent(gateway, conversation, input));
        if ('text' in input) lines.push(`user: ${input.text}`);
        else if ('press' in input) lines.push('user: a press');
        lines.push(...reply.messages.map(({ text }) => `bot: ${text}`));
        buttons.push(...reply.messages.flatMap((message) => message.buttons.map(({ id }) => id)));
        buttons.splice(0, buttons.length - 5);
      }
      const kept = await history(first, conversation);
      for (const [index, line] of kept.entries()) {
        assert.ok(isKeptOf(line, lines[index] ?? ''), `${index}: ${line} instead of ${lines[index]}`);
      }
      assert.equal(kept.length, Math.min(lines.length, 500), 'nothing is missing');
    });
    for (const version of [1, 2, 1, 2]) {
      const result = await stage.repository.releases.makeLive(stage.repository.bot(), version);
      assert.ok(result.outcome === 'live', JSON.stringify(result));
      await stage.served.until(() => stage.served.inForce()?.version === version);
      made.switches++;
    }
    await Promise.all(walks);
  });

  it('finish a turn on the version that began it', async function finishOld() {
    this.timeout(60_000);
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    stage.service.holds = true;
    const running = sent(conversations, conversation, 'book a train please');
    await stage.service.reached(1);
    const switched = await stage.repository.releases.makeLive(stage.repository.bot(), 1);
    assert.ok(switched.outcome === 'live', JSON.stringify(switched));
    await stage.served.until(() => stage.served.inForce()?.version === 1);
    stage.service.release();
    assert.equal(valueOf(await running).version, 2);
    const next = valueOf(await sent(conversations, conversation, 'nonsense'));
    assert.deepEqual([next.version, next.messages[0]?.text], [1, 'This is not_understood.']);
  });

  it('begin anew at the welcome when the dialog in which they stand is gone', async function dialogGone() {
    this.timeout(60_000);
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    assert.deepEqual(await say(conversations, conversation, 'give my money back please'), ['Which code?']);
    stage.repository.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'No more refunds.'));
    stage.repository.delete('flows/memory.flow.yaml');
    stage.repository.delete('intents/remember.intent.yaml');
    await stage.repository.published('full', 'Without refunds', {});
    await stage.served.bots.refresh();
    assert.deepEqual(await say(conversations, conversation, 'anything'), ['This is welcome.']);
  });

  it('say that the bot is switched off, and stay where they are', async () => {
    const conversations = await stage.host();
    const conversation = await begin(conversations);
    const deploy = async (status: 'active' | 'inactive'): Promise<void> => {
      const result = await stage.repository.releases.deploy(stage.repository.bot(), {
        kind: 'status',
        status,
      });
      assert.ok(result.outcome === 'deployed', JSON.stringify(result));
      await stage.served.bots.refresh();
    };
    await deploy('inactive');
    assert.deepEqual(await say(conversations, conversation, 'book a train please'), ['This is disabled.']);
    assert.equal(stage.service.count, 0);
    await deploy('active');
    assert.deepEqual(await say(conversations, conversation, 'book a train please'), [
      'One moment.',
      'That makes 12.',
    ]);
  });
});

/** Park and Miller's generator: the same walk for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WALK = [
  'book a train please',
  'give my money back please',
  'nonsense',
  '12',
  'what was my secret please',
];

function walkInput(below: (limit: number) => number, buttons: readonly string[]): Input {
  const kind = below(6);
  if (kind < 2) return { press: buttons[below(buttons.length)] ?? 'never/offered' };
  return { text: WALK[below(WALK.length)] ?? '' };
}

/** Whether what is kept is what was said: sensitive values are signs, and a press has the label of its button. */
function isKeptOf(kept: string, said: string): boolean {
  if (said === 'user: a press') return kept.startsWith('user: ');
  const hidden = said.startsWith('user: ')
    ? 'user: •••'
    : said.replace(/^(bot: (?:So it is|I keep)) .*/, '$1 •••.');
  return kept === said || kept === hidden;
}
