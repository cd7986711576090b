import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const CLIENT = path.resolve(__dirname, '..', '..', '..', 'client');

// Protects people whom motion makes ill, whatever they have told their system: nothing on a page moves by itself.
describe('pages of the extension', () => {
  for (const [folder, ending] of [
    ['media', '.css'],
    ['src', '.ts'],
  ] as const) {
    it(`hold no motion in ${folder}`, () => {
      const files = readdirSync(path.join(CLIENT, folder), { recursive: true, encoding: 'utf8' }).filter(
        (name) => name.endsWith(ending) && (folder === 'media' || /[\\/]page[\\/]/.test(name)),
      );
      assert.ok(files.length > 2);
      for (const name of files) {
        const text = readFileSync(path.join(CLIENT, folder, name), 'utf8');
        assert.doesNotMatch(text, /\b(animation|transition|scroll-behavior)\b|\.animate\(|'smooth'/, name);
      }
    });
  }
});
