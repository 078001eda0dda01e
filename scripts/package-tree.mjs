// The production packages, as package-lock.json has them: which ones, and where their files come from.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';

/**
 * The production packages and what they need in turn. Optional packages for another platform are left out, and so are
 * the root's own optional ones that nobody asked for.
 * @param {{ packages: Record<string, any> }} lock package-lock.json
 * @param {readonly string[]} platforms for example linux-x64
 * @param {readonly string[]} include optional packages of the root
 * @returns {{ path: string, name: string, entry: any }[]} sorted by path; a path is node_modules/…
 */
export function productionPackages(lock, platforms, include) {
  const root = lock.packages[''];
  const unknown = include.filter((name) => !(name in (root.optionalDependencies ?? {})));
  if (unknown.length > 0) throw new Error(`There is no optional package ${unknown.join(', ')} to include.`);
  const found = new Map();
  const visit = (from, name, isOptional) => {
    const path = resolve(lock, from, name);
    if (path === undefined) {
      if (isOptional) return;
      throw new Error(`${name}, which ${from || 'the root'} needs, is not in package-lock.json.`);
    }
    const entry = lock.packages[path];
    if (found.has(path) || !fits(entry, platforms)) return;
    found.set(path, { path, name: entry.name ?? path.replace(/^.*node_modules\//, ''), entry });
    for (const next of Object.keys(entry.dependencies ?? {})) visit(path, next, false);
    for (const next of Object.keys(entry.optionalDependencies ?? {})) visit(path, next, true);
  };
  for (const name of [...Object.keys(root.dependencies), ...include]) visit('', name, false);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** As Node resolves it: in the package's own node_modules, else in those above. */
function resolve(lock, from, name) {
  for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (path in lock.packages) return path;
    if (at === '') return undefined;
  }
}

function fits({ os, cpu, libc }, platforms) {
  if (libc !== undefined && !libc.includes('glibc')) return false;
  return platforms.some((platform) => {
    const [system, processor] = platform.split('-');
    return (os === undefined || os.includes(system)) && (cpu === undefined || cpu.includes(processor));
  });
}

/** What a client does not need: maps, sources of native code, types, tests. Licences always stay. */
const UNNEEDED =
  /\.(map|[cm]?tsx?|c|cc|cpp|h|hpp|gyp|gypi|md|markdown|flow)$|(^|\/)(test|tests|__tests__|examples?|benchmarks?|\.github)\//i;
const LICENCE = /(^|\/)(licen[cs]e|copying|notice|copyright)[^/]*$/i;

/**
 * The files of a package, from node_modules or, if it is for another platform, from the registry; checked against the
 * lock's integrity there.
 * @returns {Map<string, Uint8Array>} by path within the package
 */
export function packageFiles({ path, name, entry }) {
  const files = existsSync(join(path, 'package.json')) ? installedFiles(path) : publishedFiles(name, entry);
  return new Map([...files].filter(([file]) => LICENCE.test(file) || !UNNEEDED.test(file)));
}

function installedFiles(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath ?? one.path, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !/(^|\/)node_modules\//.test(name));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

function publishedFiles(name, { version, integrity }) {
  const folder = mkdtempSync(join(tmpdir(), 'eas-pack-'));
  try {
    const options = { encoding: 'utf8', shell: process.platform === 'win32' };
    const answer = execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', folder], options);
    const archive = readFileSync(join(folder, JSON.parse(answer)[0].filename));
    const found = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    if (found !== integrity) throw new Error(`${name}@${version} is not what package-lock.json has: ${found}`);
    return tarFiles(gunzipSync(archive));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files of a tar archive as npm makes them, without the folder that they all are in. */
function tarFiles(tar) {
  const text = (from, length) =>
    Buffer.from(tar.subarray(from, from + length))
      .toString('utf8')
      .replace(/\0.*$/s, '');
  const files = new Map();
  let longName;
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const type = text(at + 156, 1);
    const body = tar.subarray(at + 512, at + 512 + size);
    if (type === 'x') longName = /\d+ path=([^\n]*)\n/.exec(Buffer.from(body).toString('utf8'))?.[1];
    else {
      const name = longName ?? [text(at + 345, 155), text(at, 100)].filter((part) => part !== '').join('/');
      if (type === '0' || type === '') files.set(name.replace(/^[^/]*\//, ''), body);
      longName = undefined;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
