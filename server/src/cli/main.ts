import { isatty } from 'node:tty';
import { CommanderError } from 'commander';
import { version } from '../../../package.json';
import { CommandError, EXIT } from './exitCode';
import { makeProgram } from './program';
import { paint, printable, type Terminal } from './terminal';

const color = isatty(1) && process.env['NO_COLOR'] === undefined;

const terminal: Terminal = {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: isatty(2),
  color,
};

async function main(): Promise<void> {
  const program = makeProgram(terminal, version, (code) => {
    process.exitCode = code;
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  // Commander has printed its own message; asking for help or the version is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const message = error instanceof CommandError ? error.message : unexpected(error);
  terminal.err(`${paint(terminal, 'red', 'botlane:')} ${message.split('\n').map(printable).join('\n')}\n`);
  return error instanceof CommandError ? error.code : EXIT.refused;
}

function unexpected(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// A reader such as `head` that closes the pipe is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

void main();
