import assert from 'node:assert/strict';
import { TestGateway } from '../../support/gateway';

describe('Gateway: metrics', () => {
  let gateway: TestGateway;
  let bearer: string;

  before(async () => {
    gateway = await TestGateway.start({ one: {}, two: {} });
    for (const bot of ['one', 'two']) await gateway.deploy(bot, { kind: 'visibility', visibility: 'public' });
    const token = await gateway.admin.createToken('reader', ['read'], [], undefined);
    assert.ok(token.ok);
    bearer = token.value.secret;
  });
  after(() => gateway?.stop());

  /** The numbers whose line begins so, by what stands in braces. */
  async function measured(name: string): Promise<Readonly<Record<string, number>>> {
    const text = await (await gateway.fetch('/metrics', { bearer })).text();
    const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`));
    return Object.fromEntries(
      lines.map((line) => [line.slice(name.length, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    );
  }

  it('count turns by bot and by what came of them, and tell how long those took that were answered', async () => {
    assert.deepEqual(await measured('botlane_turns_total'), {});
    const begun = await gateway.fetch('/bots/one/conversations', { json: {} });
    const { conversation } = (await begun.json()) as { readonly conversation: string };
    const say = (text: string, key: string) =>
      gateway.fetch(`/bots/one/conversations/${conversation}/messages`, {
        json: { text },
        headers: { 'idempotency-key': key },
      });
    for (const [text, key] of [
      ['Hello', 'a'],
      ['Hello', 'b'],
      ['Hello', 'a'],
      ['Something else', 'a'],
    ] as const) {
      await say(text, key);
    }
    await gateway.fetch('/bots/two/conversations/nobody/messages', { json: { text: 'Hello' } });
    // Not a turn: it is no text.
    await gateway.fetch('/bots/two/conversations/nobody/messages', { json: { text: 7 } });
    assert.deepEqual(await measured('botlane_turns_total'), {
      '{bot="one",environment="live",outcome="answered"}': 3,
      '{bot="one",environment="live",outcome="repeated"}': 1,
      '{bot="one",environment="live",outcome="key-reused"}': 1,
      '{bot="two",environment="live",outcome="unknown"}': 1,
    });
    assert.deepEqual(await measured('botlane_turn_seconds_count'), {
      '{bot="one",environment="live"}': 3,
    });
    const buckets = await measured('botlane_turn_seconds_bucket');
    assert.equal(buckets['{le="+Inf",bot="one",environment="live"}'], 3);
    const sum = (await measured('botlane_turn_seconds_sum'))['{bot="one",environment="live"}'] ?? 0;
    assert.ok(sum > 0 && sum < 3 * 30, `${sum} seconds`);
  });
});
