import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FoldersOf } from '../../server/src/project/foldersOf';
import { isWithin } from '../../server/src/text/uri';

const FOLDERS = ['file:///w', 'file:///w/a', 'file:///w/a/b', 'file:///w/ab', 'file:///v'];
const FILES = FOLDERS.flatMap((folder) => [`${folder}/x.intent.yaml`, `${folder}/y.intent.yaml`]);

describe('the folders of files that come and go', () => {
  it('are those above any file that is there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FILES), { maxLength: 40 }), (changes) => {
        const files = new Set<string>();
        const folders = new FoldersOf();
        for (const file of changes) {
          if (files.delete(file)) folders.delete(file);
          else {
            files.add(file);
            folders.add(file);
          }
          for (const folder of FOLDERS) {
            const isAbove = [...files].some((one) => isWithin(folder, one));
            assert.equal(folders.has(folder), isAbove, folder);
          }
        }
      }),
    );
  });
});
