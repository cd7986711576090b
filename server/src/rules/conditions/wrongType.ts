import { conditionRule } from '../support/conditions';
import { meta } from './wrongType.meta';

/** Rule 20. */
export const rule = conditionRule(meta);
