import assert from 'node:assert/strict';
import type { InitializeParams } from 'vscode-languageserver';
import { type ClientFeatures, clientFeaturesOf } from '../../server/src/lsp/clientFeatures';

function features(params: Partial<InitializeParams>): ClientFeatures {
  return clientFeaturesOf({ processId: null, rootUri: null, capabilities: {}, ...params });
}

describe('what a client says at the start', () => {
  it('is believed about trust only when it says so plainly', () => {
    assert.equal(features({ initializationOptions: { trusted: true } }).trusted, true);
    for (const options of [undefined, null, 'x', 7, [], {}, { trusted: 'true' }, { trusted: 1 }]) {
      assert.equal(features({ initializationOptions: options }).trusted, false, JSON.stringify(options));
    }
  });

  it('counts only in its right type', () => {
    const strange = features({
      initializationOptions: { trusted: true, maxFileSize: '9', l10nUri: 1, views: 'x' },
    });
    assert.deepEqual([strange.maxFileSize, strange.l10nUri, strange.isOwn], [undefined, undefined, false]);
    const right = features({ initializationOptions: { trusted: true, maxFileSize: 9, views: true } });
    assert.deepEqual([right.maxFileSize, right.isOwn], [9, true]);
  });

  it('names its folders in one of three ways', () => {
    const uri = 'file:///a%20b/bot';
    assert.deepEqual(features({ workspaceFolders: [{ uri: 'file:///a b/bot/', name: 'x' }] }).folders, [uri]);
    assert.deepEqual(features({ rootUri: 'file:///a%20b/bot/' }).folders, [uri]);
    assert.deepEqual(features({ rootPath: '/a b/bot' }).folders, [uri]);
    assert.deepEqual(features({}).folders, []);
  });
});
