import assert from 'node:assert/strict';
import {
  CancellationToken,
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { guarded, signalOf } from '../../server/src/lsp/guard';
import { OutdatedSnapshotError } from '../../server/src/project/outdated';
import { connectionStrategy } from '../../server/src/lsp/strategy';

describe('a guarded handler', () => {
  function logged() {
    const lines: string[] = [];
    return { lines, log: (what: string) => void lines.push(what), whenRead: () => undefined };
  }

  it('answers null when it fails, and logs what was asked', async () => {
    const log = logged();
    const handler = guarded(log, 'Hover', () => {
      throw new Error('broken');
    });
    const params = { textDocument: { uri: 'file:///a' } };
    assert.equal(await handler(params, CancellationToken.None), null);
    const failing = guarded(log, 'botlane/plan', () => Promise.reject(new Error('broken')));
    assert.equal(await failing({ bot: 'file:///b' }, CancellationToken.None), null);
    assert.deepEqual(log.lines, ['Hover failed for file:///a', 'botlane/plan failed for file:///b']);
  });

  it('waits until the workspace is read, and leaves out what was cancelled meanwhile', async () => {
    let read = (): void => undefined;
    const reading = new Promise<void>((resolve) => (read = resolve));
    const asked: string[] = [];
    const handler = guarded({ ...logged(), whenRead: () => reading }, 'Hover', (name: string) =>
      asked.push(name),
    );
    const source = new CancellationTokenSource();
    const first = handler('first', CancellationToken.None);
    const second = handler('second', source.token);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(asked, []);
    source.cancel();
    read();
    await first;
    await assert.rejects(second, /cancelled/);
    assert.deepEqual(asked, ['first']);
  });

  it('is answered as soon as it is cancelled, however long reading goes on', async () => {
    const never = new Promise<void>(() => undefined);
    const handler = guarded({ ...logged(), whenRead: () => never }, 'Hover', () => assert.fail('it ran'));
    const source = new CancellationTokenSource();
    const answer = handler({}, source.token);
    source.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
    await assert.rejects(handler({}, source.token), { code: LSPErrorCodes.RequestCancelled });
  });

  it('lets refusals through to the client', async () => {
    const log = logged();
    const handler = guarded(log, 'Rename', () => {
      throw new ResponseError(1, 'no');
    });
    await assert.rejects(handler({}, CancellationToken.None), /no/);
    assert.deepEqual(log.lines, []);
  });

  it("tells the client to ask again when a file changed on disk meanwhile, which is nobody's failure", async () => {
    const log = logged();
    const handler = guarded(log, 'Rename', () => {
      throw new OutdatedSnapshotError('file:///bots/hello.intent.yaml');
    });
    await assert.rejects(handler({}, CancellationToken.None), { code: LSPErrorCodes.ContentModified });
    assert.deepEqual(log.lines, []);
  });

  it('does not begin what was cancelled before its turn', async () => {
    const handler = guarded(logged(), 'Hover', () => assert.fail('it was run'));
    await assert.rejects(handler({}, CancellationToken.Cancelled), { code: -32800 });
    const waiting = { jsonrpc: '2.0', id: 7, method: 'textDocument/hover' };
    const answer = connectionStrategy.cancelUndispatched?.(waiting, () => undefined);
    assert.deepEqual([answer?.id, answer?.error?.code], [7, -32800]);
    const notification = { jsonrpc: '2.0', method: 'textDocument/didChange' };
    assert.equal(
      connectionStrategy.cancelUndispatched?.(notification, () => undefined),
      undefined,
    );
  });

  it('gives work a signal that follows the cancellation', () => {
    assert.equal(signalOf(CancellationToken.Cancelled).aborted, true);
    const source = new CancellationTokenSource();
    const signal = signalOf(source.token);
    assert.equal(signal.aborted, false);
    source.cancel();
    assert.equal(signal.aborted, true);
  });
});
