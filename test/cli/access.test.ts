import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdminTokenView, CredentialView } from '../../server/src/admin/credentials';
import { MAIN } from '../support/cli';
import { TestGateway } from '../support/gateway';
import { BotRepository, smallBot } from '../support/repository';

const PASSWORD = 'correct horse battery';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder, one of no repository when absent, with `input` on its standard input. */
async function run(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  input = '',
  cwd = tmpdir(),
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd,
    env: { ...process.env, BOTLANE_GATEWAY: '', BOTLANE_TOKEN: '', DATABASE_URL: '', ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

async function done(...call: Parameters<typeof run>): Promise<string> {
  const { code, out, err } = await run(...call);
  assert.equal(code, 0, err);
  return out.trim();
}

describe('CLI: token and access', function () {
  this.timeout(240_000);

  it('gives and takes access in a database before any gateway runs, and writes down that it did', async () => {
    const data = mkdtempSync(join(realpathSync(tmpdir()), 'botlane data '));
    const at = ['--data', data];
    const secret = await done(
      ['token', 'create', 'first', '--scope', 'read', '--scope', 'deploy', ...at],
      {},
    );
    assert.match(secret, /^botlane_admin_[\w-]{43}$/);
    const [token] = JSON.parse(
      await done(['token', 'list', '--format', 'json', ...at], {}),
    ) as AdminTokenView[];
    assert.deepEqual([token?.name, token?.scopes, token?.bots], ['first', ['read', 'deploy'], []]);
    const id = token?.id ?? '';
    assert.notEqual(await done(['token', 'rotate', id, ...at], {}), secret);
    await done(['token', 'revoke', id, ...at], {});
    assert.match(await done(['token', 'list', ...at], {}), /first .* revoked \d{4}-/);
    const again = await run(['token', 'revoke', id, ...at], {});
    assert.equal(again.code, 1);
    assert.match(again.err, /no token .* in force/);
    const short = await run(['access', 'set-password', 'bot', ...at], {}, 'short\n');
    assert.equal(short.code, 1);
    assert.match(short.err, /10 to 200 characters/);
    assert.equal((await run(['access', 'allow', 'bot', ...at], {})).code, 2);
    assert.match((await run(['access', 'allow', 'bot', '--user', 'ann', ...at], {})).err, /no account ann/);
    const issued = await done(['access', 'token', 'bot', 'tester', '--draft', ...at], {});
    assert.match(issued, /^botlane_bot_/);
    assert.equal(await done(['access', 'list', 'bot', ...at], {}), '', 'LIVE has none');
    const [tester] = JSON.parse(
      await done(['access', 'list', 'bot', '--draft', '--format', 'json', ...at], {}),
    ) as CredentialView[];
    assert.equal(tester?.name, 'tester');
    await done(['access', 'revoke', 'bot', tester?.id ?? '', '--draft', ...at], {});
    assert.match(await done(['access', 'list', 'bot', '--draft', ...at], {}), /tester .* revoked \d{4}-/);
    const star = await run(['access', 'token', '*', 'x', ...at], {});
    assert.equal(star.code, 1);
    assert.match(star.err, /no name of a bot/);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });

  it('refuses a name that no bot of the repository has, and says which there are', async () => {
    const repository = new BotRepository();
    repository.write('trial/bot.yaml', smallBot('trial').get('bot.yaml') ?? '');
    repository.write('folder of none/note.txt', '');
    repository.commit();
    await repository.published('full');
    const here = (words: readonly string[], folder = ''): Promise<Ended> =>
      run(words, {}, '', join(repository.top, folder));
    for (const words of [
      ['access', 'token', 'cho-choo', 'x'],
      ['token', 'create', 'x', '--scope', 'read', '--bot', 'cho-choo'],
    ]) {
      const refused = await here(words);
      assert.equal(refused.code, 1, words.join(' '));
      assert.match(refused.err, /no bot cho-choo here\. There are: choo-choo, trial\./);
    }
    // The database is the whole repository's, from whichever of its folders.
    for (const folder of ['', 'folder of none']) {
      assert.match((await here(['access', 'token', 'trial', 'x', '--draft'], folder)).out, /^botlane_bot_/);
    }
    const data = mkdtempSync(join(realpathSync(tmpdir()), 'botlane data '));
    const elsewhere = await here(['access', 'token', 'of-another-repository', 'x', '--data', data]);
    assert.match(elsewhere.out, /^botlane_bot_/, elsewhere.err);
    repository.remove();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });

  it('gives and takes access at a gateway that runs, with a token that may', async () => {
    const gateway = await TestGateway.start({ bot: {} });
    try {
      await gateway.deploy(
        'bot',
        { kind: 'visibility', visibility: 'internal' },
        { kind: 'access', access: 'password' },
      );
      const made = await gateway.admin.createToken('cli', ['deploy'], [], undefined);
      assert.ok(made.ok);
      const there = { BOTLANE_GATEWAY: gateway.address, BOTLANE_TOKEN: made.value.secret };
      await done(['access', 'set-user', 'ann'], there, `${PASSWORD}\n`);
      await done(['access', 'join', 'support', 'ann'], there);
      await done(['access', 'allow', 'bot', '--team', 'support'], there);
      assert.equal(await done(['access', 'members', 'support'], there), 'ann');
      const signIn = async (): Promise<number> =>
        (await gateway.signIn('/bots/bot', { name: 'ann', secret: PASSWORD })).status;
      assert.equal(await signIn(), 303);
      const list = JSON.parse(
        await done(['access', 'list', 'bot', '--format', 'json'], there),
      ) as CredentialView[];
      await done(['access', 'revoke', 'bot', list[0]?.id ?? ''], there);
      assert.equal(await signIn(), 401);
      await gateway.deploy('bot', { kind: 'access', access: 'token' });
      const bearer = await done(['access', 'token', 'bot', 'partner', '--days', '30'], there);
      const answer = await gateway.fetch('/bots/bot/conversations', { bearer, json: {} });
      assert.equal(answer.status, 201);
      const misspelt = await run(['access', 'token', 'bat', 'partner'], there);
      assert.equal(misspelt.code, 1);
      assert.match(misspelt.err, /no bot bat here\. There are: bot\./);
      const weak = await gateway.admin.createToken('weak', ['read'], [], undefined);
      assert.ok(weak.ok);
      const refused = await run(['access', 'users'], { ...there, BOTLANE_TOKEN: weak.value.secret });
      assert.equal(refused.code, 1);
      const { items } = await gateway.store.audit.list({ limit: 20 });
      assert.deepEqual(
        items.filter(({ actor }) => actor === 'cli').map(({ action }) => action),
        ['credential.put', 'credential.revoke', 'credential.put', 'team.join', 'credential.put'],
      );
      assert.equal(JSON.stringify(items).includes(PASSWORD), false);
    } finally {
      await gateway.stop();
    }
  });
});
