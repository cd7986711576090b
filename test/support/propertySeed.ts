import * as fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a failure belongs to the change that is being tested and can be
 * repeated. `PROPERTY_SEED=random` looks for new ones; a number repeats what such a run has printed.
 */
const wanted = process.env['PROPERTY_SEED'] ?? '20261121';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
