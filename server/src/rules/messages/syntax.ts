import { spanInScalar } from '../../syntax/scalarMap';
import type { Rule } from '../rule';
import { messagesOf } from '../support/messages';
import { meta } from './syntax.meta';

/** Rule 21: messages and templates that do not parse as ICU MessageFormat. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const { file, node, read } of messagesOf(bot)) {
      if (!('problem' in read)) continue;
      const { start, end, message } = read.problem;
      yield { file, span: spanInScalar(node, file.syntax.text, start, end), message };
    }
  },
};
