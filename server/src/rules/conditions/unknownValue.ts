import { conditionRule } from '../support/conditions';
import { meta } from './unknownValue.meta';

/** Rule 20. */
export const rule = conditionRule(meta);
