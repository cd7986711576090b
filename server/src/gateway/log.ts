import { type Logger, pino, stdTimeFunctions } from 'pino';

/**
 * The log of a gateway: one JSON object per line. What users say, and what bots answer, never gets here; texts that come
 * from elsewhere are values of a key, where a line break cannot make a line.
 */
export function createLog(write: (line: string) => void): Logger {
  return pino(
    {
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      base: { pid: process.pid },
    },
    { write: (line: string) => write(line.trimEnd()) },
  );
}
