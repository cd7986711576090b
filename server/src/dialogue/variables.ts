import type { RunnableVariable, VariableValue } from './runnable';

/** Longer texts are not kept: a session is written at every turn. */
const LONGEST_TEXT = 10_000;

/**
 * A value in the type of the variable that takes it: texts of digits become numbers, values of an enum its own spelling.
 * Undefined when the variable cannot hold it.
 */
export function valueFor(variable: RunnableVariable, value: unknown): VariableValue | undefined {
  switch (variable.type) {
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
    }
    case 'boolean':
      if (typeof value === 'boolean') return value;
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'enum': {
      const written = typeof value === 'string' ? value : String(value);
      const folded = written.toLowerCase();
      return (
        variable.values.find((one) => one === written) ??
        variable.values.find((one) => one.toLowerCase() === folded)
      );
    }
    case 'string': {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return undefined;
      const text = String(value);
      return text.length <= LONGEST_TEXT ? text : undefined;
    }
  }
}
