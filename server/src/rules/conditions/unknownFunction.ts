import { conditionRule } from '../support/conditions';
import { meta } from './unknownFunction.meta';

/** Rule 20. */
export const rule = conditionRule(meta);
