// Loaded before a measured program (`node --require`): leaves behind what the process used.
import { writeFileSync } from 'node:fs';

const file = process.env['BENCH_USAGE'];
process.on('exit', () => {
  if (file !== undefined) writeFileSync(file, JSON.stringify(process.resourceUsage()));
});
