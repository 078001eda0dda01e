// Bundles the console's page into dist/devhost/console/web. Skipped if neither its sources nor the packages have changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'devhost/console/web');
const target = join(root, 'dist/devhost/console/web');
const stampFile = join(target, '.stamp');

/** What the page is made of: its sources, what it shares with the server, the versions of all packages, this script. */
function stamp() {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const shared = ['devhost/console/typable.ts', 'package-lock.json'].map((name) => join(root, name));
  const all = [...files, ...shared, fileURLToPath(import.meta.url)].sort();
  const hash = createHash('sha256');
  for (const file of all) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const now = stamp();
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) process.exit(0);

const { build } = await import('esbuild');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
await build({
  entryPoints: { app: join(source, 'src/main.tsx') },
  outdir: target,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  minify: true,
  legalComments: 'linked',
  // rjsf's entry point also exports a helper for tests, which asks for a validator that this page does not use: it
  // compiles schemas with eval, which the page's policy forbids.
  alias: { '@rjsf/validator-ajv8': join(source, 'src/no-validator.mjs') },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
for (const name of ['index.html', 'icon.svg']) writeFileSync(join(target, name), readFileSync(join(source, name)));
writeFileSync(stampFile, now);
