// npm run package: one archive that a client unpacks into its plugin folder.
//   --platform linux-x64,win32-x64   whose native code is inside; this computer's by default
//   --include edge-js,kerberos       optional packages, as they are built on this computer
//   --out FOLDER                     where the archive goes; dist/package by default
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { thirdPartyNotices } from './package-licences.mjs';
import { compiledFiles, dataFiles, packageJson } from './package-own-files.mjs';
import { packageFiles, productionPackages } from './package-tree.mjs';

const { values } = parseArgs({
  options: {
    platform: { type: 'string', default: `${process.platform}-${process.arch}` },
    include: { type: 'string', default: '' },
    out: { type: 'string', default: 'dist/package' },
  },
});
const words = (text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
const platforms = words(values.platform);
const include = words(values.include);
const KNOWN = /^(linux|win32|darwin)-(x64|arm64|arm)$/;
const unknown = platforms.filter((platform) => !KNOWN.test(platform));
if (unknown.length > 0 || platforms.length === 0) {
  throw new Error(`--platform takes a list such as linux-x64,win32-x64, and not ${unknown.join(', ') || 'nothing'}.`);
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { name, version, main } = JSON.parse(readFileSync('package.json', 'utf8'));
if (!existsSync(main)) throw new Error(`${main} is not there: build first ("npm run package" does).`);

const packages = productionPackages(lock, platforms, include).map((one) => ({ ...one, files: packageFiles(one) }));
const files = new Map([...dataFiles(), ...compiledFiles(), ['package.json', packageJson()]]);
for (const { path, files: own } of packages) for (const [file, bytes] of own) files.set(`${path}/${file}`, bytes);
if (include.includes('edge-js')) for (const [file, bytes] of builtForEdge()) files.set(file, bytes);
files.set('THIRD-PARTY-NOTICES.md', Buffer.from(thirdPartyNotices(packages)));

// The same files give the same bytes: sorted, with one date and two modes.
const DATE = new Date(1980, 0, 1);
const UNIX = 3;
const mode = (file) => (file === 'dist/cli/main.js' ? 0o100755 : 0o100644);
const entries = [...files]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([file, bytes]) => [
    `${name}/${file}`,
    [bytes, { mtime: DATE, os: UNIX, attrs: mode(file) * 0x10000, level: 9 }],
  ]);
const archive = zipSync(Object.fromEntries(entries));
const digest = createHash('sha256').update(archive).digest('hex');
const path = join(values.out, `${name}-${version}-${platforms.join('+')}.zip`);
mkdirSync(values.out, { recursive: true });
writeFileSync(path, archive);
writeFileSync(`${path}.sha256`, `${digest}  ${path.split(/[\\/]/).at(-1)}\n`);
const size = (archive.length / 1024 / 1024).toFixed(1);
process.stdout.write(`${path}  ${size} MiB, ${files.size} files, ${packages.length} packages\nsha256 ${digest}\n`);

/** What `npm run build:edge` has made on this computer. */
function builtForEdge() {
  if (!existsSync('.edge')) throw new Error('Run "npm run build:edge" before edge-js is included.');
  const names = readdirSync('.edge', { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath ?? one.path, one.name).replaceAll('\\', '/'));
  return names.map((file) => [file, readFileSync(file)]);
}
