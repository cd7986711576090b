import assert from 'node:assert/strict';
import { onEachDatabase } from '../../support/databases';
import { TestGateway } from '../../support/gateway';

onEachDatabase('Gateway: numbers that no message and no version can have', (database) => {
  let gateway: TestGateway;
  let conversation: string;
  let bearer: string;

  before(async () => {
    gateway = await TestGateway.start({ bot: {} }, { database: database.address });
    await gateway.deploy('bot', { kind: 'visibility', visibility: 'public' });
    const begun = await gateway.fetch('/bots/bot/conversations', { json: {} });
    ({ conversation } = (await begun.json()) as { readonly conversation: string });
    const token = await gateway.admin.createToken('reader', ['read'], [], undefined);
    assert.ok(token.ok);
    bearer = token.value.secret;
  });
  after(() => gateway?.stop());

  for (const [number, expected] of [
    [2 ** 31 - 1, [200, 404, 200]],
    [2 ** 31, [400, 400, 400]],
    [1e15, [400, 400, 400]],
  ] as const) {
    it(`are refused, not failed at: ${number}`, async () => {
      const base = `/bots/bot/conversations/${conversation}`;
      const range = 'since=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z';
      const answers = await Promise.all([
        gateway.fetch(`${base}/messages?after=${number}`),
        gateway.fetch(`${base}/feedback`, { json: { message: number, thumb: 'up' } }),
        gateway.fetch(`/admin/v1/bots/bot/statistics?${range}&version=${number}`, { bearer }),
      ]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        expected,
      );
    });
  }
});
