// @ts-check
// Builds, and packs botlane-VERSION.vsix into the current folder: `npm run package`.
import path from 'node:path';
import { buildOrFail } from './stages/build.mjs';
import { manifest } from './lib/project.mjs';
import { packExtension } from './lib/vsix.mjs';

const { name, version } = manifest();
await buildOrFail();
const file = path.resolve(`${name}-${version}.vsix`);
await packExtension(file);
console.log(`Packed ${file}`);
