import { Blob } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PGliteOptions } from '@electric-sql/pglite';

/** Of Node; TypeScript declares it for browsers only. */
declare const WebAssembly: { compile(program: Uint8Array): Promise<object> };

/** Files of the embedded PostgreSQL, as its package calls them; the bundle has them in a folder `pglite` beside it. */
const FILES = { wasm: 'pglite.wasm', data: 'pglite.data', initdb: 'initdb.wasm' } as const;

/** The program of the embedded PostgreSQL, read from where this program was installed. */
export async function embeddedProgram(): Promise<
  Required<Pick<PGliteOptions, 'pgliteWasmModule' | 'initdbWasmModule' | 'fsBundle'>>
> {
  const [wasm, initdb, data] = await Promise.all([
    readFile(locate(FILES.wasm)),
    readFile(locate(FILES.initdb)),
    readFile(locate(FILES.data)),
  ]);
  return {
    pgliteWasmModule: await WebAssembly.compile(wasm),
    initdbWasmModule: await WebAssembly.compile(initdb),
    fsBundle: new Blob([data]),
  };
}

function locate(name: string): string {
  const bundled = join(__dirname, 'pglite', name);
  return existsSync(bundled) ? bundled : createRequire(__filename).resolve(`@electric-sql/pglite/${name}`);
}
