import Mocha from 'mocha';
import { recordResults } from './results';

/** Mocha's usual output on the terminal, and the results in a file for the scripts to count. */
class SpecWithResults extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    recordResults(runner);
  }
}

export = SpecWithResults;
