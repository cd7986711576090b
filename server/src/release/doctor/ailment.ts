import type { Ailment, Result } from '../contract';

/** Something that is wrong, with what would mend it. */
export interface Diagnosis extends Ailment {
  /** Mends it; set exactly when `mend` is. */
  readonly run?: () => Promise<Result<undefined>>;
}
