/**
 * A process that publishes, to be raced and killed by tests: `node publisher.js FOLDER full|nlp|overwrite|make-live [VERSION]`.
 * `overwrite` plans and publishes over what others publish meanwhile, and plans afresh when they were first.
 * It says "ready" when its plan is made, goes on when something comes in on standard input, and prints what became of it
 * as JSON.
 */
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import { publishAfresh } from '../../server/src/release/publishAfresh';
import { createReleases } from '../../server/src/release/service';
import { fileUri } from '../../server/src/text/uri';

async function main(): Promise<void> {
  const [folder = '', what = '', version = ''] = process.argv.slice(2);
  const releases = createReleases({ trusted: true });
  const project = snapshotOf(new NodeFileSystem(), [fileUri(folder)]);
  const [bot] = project.bots;
  if (!bot) throw new Error('There is no bot.');
  const afresh = what === 'overwrite';
  const plan =
    what === 'make-live' || afresh
      ? undefined
      : await releases.plan(bot, project, what === 'nlp' ? 'nlp' : 'full');
  if (plan && !plan.ok) throw new Error(plan.error.message);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  // From here on a git of the test's may count our calls.
  process.env['BOTLANE_TEST_ARMED'] = '1';
  const result = plan
    ? await releases.publish(bot, plan.value, { notes: `by process ${version}` })
    : afresh
      ? await publishAfresh(releases, bot, project, 'full', {
          overwriteLive: 'for the test',
          notes: `by process ${version}`,
        })
      : await releases.makeLive(bot, Number(version));
  const { outcome } = result;
  process.stdout.write(
    `${JSON.stringify({ outcome, ...('version' in result ? { version: result.version } : {}), ...('message' in result ? { message: result.message } : {}), ...('problem' in result ? { problem: result.problem } : {}), ...('plan' in result ? { gates: result.plan.gates } : {}) })}\n`,
  );
  process.stdin.destroy();
}

void main();
