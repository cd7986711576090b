import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver/node';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { Checker } from '../../server/src/lsp/checker';
import { findingsToDraw, type FindingsSource } from '../../server/src/lsp/requests/graphFindings';
import { Workspace } from '../../server/src/lsp/workspace';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import { atOnce } from '../../server/src/text/inPieces';
import { joinUri, type Uri } from '../../server/src/text/uri';
import { BASE, ROOT } from '../support/workspace';

const OPEN = joinUri(ROOT, 'open.flow.yaml');
const FIRST = joinUri(ROOT, 'p0.flow.yaml');
const LAST = joinUri(ROOT, 'p99.flow.yaml');

const flow = (name: string): string =>
  `flow: ${name}\ndialogs:\n  start:\n    trigger:\n      intent: nowhere\n    next: general/welcome\n`;

/** A checked bot of flows that are linked to nothing, one of which is open; `meanwhile` runs when a file's turn comes. */
class Stage implements FindingsSource {
  readonly documents = { uris: (): Iterable<Uri> => [OPEN] };
  readonly texts = new Map([...BASE].map(([path, text]) => [joinUri(ROOT, path), text]));
  readonly workspace = new Workspace(new MemoryFileSystem(this.texts), undefined);
  readonly #checker: Checker;
  readonly meanwhile = new Map<Uri, () => void>();

  constructor() {
    for (let n = 0; n < 100; n++) this.texts.set(joinUri(ROOT, `p${n}.flow.yaml`), flow(`p${n}`));
    this.workspace.setFolders([ROOT]);
    this.workspace.setText(OPEN, flow('open'));
    const { workspace } = this;
    this.#checker = new Checker(
      {
        snapshot: () => workspace.snapshot(),
        liveOf: () => ({ kind: 'none' }),
        open: [OPEN],
        tell: () => {},
      },
      { onCrash: (code, error) => assert.fail(`${code} ${String(error)}`) },
    );
    atOnce(this.#checker.work());
  }

  bot(root: Uri): BotSnapshot | undefined {
    return this.workspace.snapshot().bots.find((bot) => bot.root === root);
  }

  whenRead(): undefined {
    return undefined;
  }

  knownFindings(uris: Iterable<Uri>) {
    return [...uris].flatMap((uri) => {
      this.meanwhile.get(uri)?.();
      return uri === OPEN ? this.#checker.findings(uri) : this.#checker.known(uri);
    });
  }

  /** Other text above what was found, on disk or in the editor, and a check of it. */
  push(uri: Uri): void {
    const text = `# moved\n# moved\n${this.texts.get(uri) ?? flow('open')}`;
    if (uri === OPEN) this.workspace.setText(uri, text);
    else {
      this.texts.set(uri, text);
      this.workspace.noteChanges([uri]);
    }
    atOnce(this.#checker.work());
  }
}

describe('the findings of a flow graph', () => {
  const drawn = async (stage: Stage, token = CancellationToken.None) => {
    const bot = stage.bot(ROOT);
    assert.ok(bot);
    const findings = await findingsToDraw(stage, bot, token);
    for (const { uri, span, code } of findings ?? []) {
      if (code !== 'references/unknown-intent') continue;
      const text: string | undefined = bot.files.get(uri)?.syntax.text;
      assert.equal(text?.slice(span.start, span.end), 'nowhere', uri);
    }
    return findings && new Set(findings.map(({ uri }) => uri));
  };

  it('are those of all files', async () => {
    assert.equal((await drawn(new Stage()))?.size, 101);
  });

  it('are about the texts that are drawn, whatever changes while they are gathered', async () => {
    const stage = new Stage();
    stage.meanwhile.set(FIRST, () => {
      stage.push(OPEN);
      stage.push(FIRST);
      stage.push(LAST);
    });
    const files = await drawn(stage);
    assert.equal(files?.size, 99);
    assert.ok(files.has(OPEN) && !files.has(FIRST) && !files.has(LAST));
  });

  it('are nothing for who does not wait for them any more', async () => {
    const stage = new Stage();
    const source = new CancellationTokenSource();
    stage.meanwhile.set(FIRST, () => source.cancel());
    assert.equal(await drawn(stage, source.token), undefined);
  });
});
