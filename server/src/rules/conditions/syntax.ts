import { conditionRule } from '../support/conditions';
import { meta } from './syntax.meta';

/** Rule 20. */
export const rule = conditionRule(meta);
