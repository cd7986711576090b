import { paint, printable, type Terminal } from './terminal';

const STYLES = { warn: 'yellow', error: 'red', fatal: 'red' } as const;

/** A line of a program's log (JSON) as a person reads it: time, what happened, and the values behind it. */
export function prettyLogLine(terminal: Terminal, line: string): string {
  const { time, level, msg, pid: _pid, ...values } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const style = STYLES[level as keyof typeof STYLES];
  const what = printable(String(msg));
  const clock = paint(terminal, 'dim', String(time).slice(11, 23));
  const rest = Object.entries(values).map(([key, value]) => `${key}=${printable(JSON.stringify(value))}`);
  return [clock, style ? paint(terminal, style, what) : what, ...rest].join(' ');
}
