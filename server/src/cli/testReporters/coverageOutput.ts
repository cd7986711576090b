import { type Coverage, sharesOf } from '../../testing/coverage';
import type { Terminal } from '../terminal';
import { pathFrom, placeOf } from './report';

/** Coverage for programs: in numbers, and what no test reaches, with its place. */
export function coverageOutput(terminal: Terminal, coverage: Coverage) {
  const { intents, dialogs } = coverage;
  return {
    ...sharesOf(coverage),
    unreached: {
      intents: intents.flatMap(({ item, reached, file }) =>
        reached
          ? []
          : [{ name: item.name.value, file: pathFrom(terminal, { file }), ...placeOf({ file }, item.name) }],
      ),
      dialogs: dialogs.flatMap(({ name, item, reached, file }) =>
        reached ? [] : [{ name, file: pathFrom(terminal, { file }), ...placeOf({ file }, item.name) }],
      ),
      branches: dialogs.flatMap(({ name, branches, file }) =>
        branches.flatMap((branch, index) =>
          branch.reached
            ? []
            : [
                {
                  dialog: name,
                  branch: index,
                  file: pathFrom(terminal, { file }),
                  ...placeOf({ file }, branch),
                },
              ],
        ),
      ),
    },
  };
}
