import { type PostgresServer, startPostgres } from './postgresServer';

let server: Promise<PostgresServer | string> | undefined;

/**
 * An empty database on a real PostgreSQL, which is started for the first one and ends with the tests.
 *
 * @returns its address, or why there is no PostgreSQL: a reason to leave the test out, except in CI
 * @throws in CI, where there must be one
 */
export async function emptyPostgresDatabase(): Promise<
  { readonly url: string } | { readonly missing: string }
> {
  server ??= startPostgres();
  const started = await server;
  if (typeof started === 'string') {
    if (process.env['CI']) throw new Error(`CI needs PostgreSQL: ${started}`);
    return { missing: started };
  }
  return { url: await started.newDatabase() };
}

after(async function stopPostgres() {
  this.timeout(30_000);
  const started = await server;
  if (started && typeof started !== 'string') await started.stop();
});
