import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashQueue } from '../../../server/src/gateway/access/hashQueue';
import { Limiter } from '../../../server/src/gateway/access/limiter';
import { hashPassword, isPassword } from '../../../server/src/gateway/access/passwords';
import { addressKey, senderOf, TrustedProxies } from '../../../server/src/gateway/http/address';

describe('Gateway: limiter', () => {
  it('never lets more through in a stretch of time than its burst and what fills up in it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.nat({ max: 5000 }), { maxLength: 200 }),
        (count, seconds, pauses) => {
          const limiter = new Limiter({ count, seconds });
          const taken: number[] = [];
          let now = 0;
          for (const pause of pauses) {
            now += pause;
            if (limiter.take('key', now) === 0) taken.push(now);
          }
          const fill = (seconds * 1000) / count;
          for (const [index, from] of taken.entries()) {
            for (const [more, until] of taken.slice(index).entries()) {
              assert.ok(more + 1 <= count + (until - from) / fill + 1e-6);
            }
          }
        },
      ),
    );
  });

  it('says how long to wait, and lets through after that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 60 }), (count, seconds) => {
        const limiter = new Limiter({ count, seconds });
        for (let taken = 0; taken < count; taken++) assert.equal(limiter.take('key', 0), 0);
        const wait = limiter.take('key', 0);
        assert.ok(wait > 0);
        assert.equal(limiter.take('key', wait * 1000), 0);
        assert.equal(limiter.take('other', 0), 0);
      }),
    );
  });

  it('forgets the key that was counted longest ago when there are too many', () => {
    const limiter = new Limiter({ count: 1, seconds: 60 }, 2);
    for (const key of ['a', 'b', 'c']) assert.equal(limiter.take(key, 0), 0);
    assert.equal(limiter.take('a', 0), 0, 'forgotten');
    assert.ok(limiter.take('c', 0) > 0, 'known');
  });

  it('gives back what was counted for somebody who turned out to be right', () => {
    const limiter = new Limiter({ count: 1, seconds: 60 });
    limiter.count('key', 0);
    limiter.giveBack('key');
    assert.equal(limiter.take('key', 0), 0);
  });
});

describe('Gateway: passwords', () => {
  it('are known by their hash, which is another one every time', async () => {
    const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')];
    assert.notEqual(one, other);
    assert.equal(one.includes('horse'), false);
    assert.equal(await isPassword('correct horse', one), true);
    assert.equal(await isPassword('correct horse ', one), false);
    assert.equal(await isPassword('correct horse', undefined), false);
    assert.equal(await isPassword('', ''), false);
    assert.equal(
      await isPassword('cafe\u0301', await hashPassword('caf\u00e9')),
      true,
      'however it is typed',
    );
  });

  it('are hashed a few at a time, and what comes on top is refused', async () => {
    const queue = new HashQueue({ atOnce: 2, waiting: 1 });
    let running = 0;
    let most = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const work = async (): Promise<string> => {
      most = Math.max(most, ++running);
      await gate;
      running--;
      return 'done';
    };
    const all = [queue.run(work), queue.run(work), queue.run(work), queue.run(work)];
    release();
    assert.deepEqual(await Promise.all(all), ['done', 'done', 'done', undefined]);
    assert.equal(most, 2);
    assert.equal(await queue.run(work), 'done', 'a place is free again');
  });
});

describe('Gateway: addresses', () => {
  const sender = (peer: string, headers: Record<string, string>, trusted: readonly string[]): string =>
    senderOf({ peer, isEncrypted: false, header: (name) => headers[name] }, new TrustedProxies(trusted))
      .address;

  it('believes a proxy that it was told of, and the nearest address that is none', () => {
    const forwarded = { 'x-forwarded-for': '1.1.1.1, 2.2.2.2, 10.0.0.9' };
    assert.equal(sender('10.0.0.1', forwarded, []), '10.0.0.1');
    assert.equal(sender('10.0.0.1', forwarded, ['10.0.0.0/8']), '2.2.2.2');
    assert.equal(sender('::ffff:10.0.0.1', forwarded, ['10.0.0.0/8']), '2.2.2.2');
    assert.equal(sender('192.0.2.1', forwarded, ['10.0.0.0/8']), '192.0.2.1');
    assert.equal(sender('10.0.0.1', { 'x-forwarded-for': 'unknown' }, ['10.0.0.1']), '10.0.0.1');
    assert.throws(() => new TrustedProxies(['10.0.0.0/33']), TypeError);
    assert.throws(() => new TrustedProxies(['proxy.example.org']), TypeError);
  });

  it('counts a network of IPv6 as one, however it is written', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const key = addressKey(address);
        assert.match(key, /^([0-9a-f]{1,4}:){3}[0-9a-f]{1,4}::\/64$|^\d/);
      }),
    );
    assert.equal(addressKey('2001:db8::1'), addressKey('2001:0db8:0:0:ffff::2'));
    assert.notEqual(addressKey('2001:db8::1'), addressKey('2001:db8:0:1::1'));
    assert.equal(addressKey('192.0.2.1'), '192.0.2.1');
  });
});
