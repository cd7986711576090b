import { spanInScalar } from '../../syntax/scalarMap';
import type { Rule } from '../rule';
import { messagesIn } from '../support/messages';
import { meta } from './syntax.meta';

/** Rule 21: messages and templates that do not parse as ICU MessageFormat. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkPart({ file }, context) {
    for (const { node, read } of context.once(messagesIn)) {
      if (!('problem' in read)) continue;
      const { start, end, message } = read.problem;
      yield { span: spanInScalar(node, file.syntax.text, start, end), message };
    }
  },
};
