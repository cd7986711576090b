// @ts-check
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from '../lib/errors.mjs';
import { installSystemPackage } from './packages.mjs';

/** Where Debian and Ubuntu keep every version; they are not on the PATH there. */
const debian = '/usr/lib/postgresql';

/**
 * The programs of a PostgreSQL server.
 * @returns {string | undefined} the folder of `initdb` and `postgres`
 */
export function findPostgres() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder)),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ];
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folder = folders.find((one) =>
    ['initdb', 'postgres'].every((program) => existsSync(path.join(one, program + ending))),
  );
  return folder === undefined
    ? undefined
    : path.dirname(realpathSync(path.join(folder, `postgres${ending}`)));
}

/**
 * Sees to it that the tests of the gateway find a PostgreSQL server, and says what they will do.
 * @returns {Promise<string | undefined>} why there is none
 */
export async function providePostgres() {
  if (!findPostgres()) {
    try {
      await installSystemPackage('postgresql');
    } catch (error) {
      return `There is no PostgreSQL here (initdb and postgres on the PATH or below ${debian}). ${reasonOf(error)}`;
    }
  }
  const folder = findPostgres();
  if (!folder) return `apt-get installed PostgreSQL, but it is neither on the PATH nor below ${debian}.`;
  console.log(`PostgreSQL for the tests of the gateway: ${folder}`);
  return undefined;
}
