// The connector's own part of the archive.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

const FOLDERS = ['cli', 'plugin', 'protocol', 'psrp', 'tasks'];
/** The parts for development, which the archive does not have. */
const LEFT_OUT = /^(devhost|lab|test|bench)\//;
const ENTRY = 'cli/program.js';

/**
 * The compiled code, without what needs the lab or the dev host, and without what has no source any more.
 * @returns {Map<string, Uint8Array>} by path
 */
export function compiledFiles() {
  const files = new Map();
  for (const folder of FOLDERS) {
    for (const name of filesBelow(`dist/${folder}`)) {
      if (!/\.(map|tsbuildinfo)$/.test(name) && hasSource(name)) files.set(name, readFileSync(`dist/${name}`));
    }
  }
  for (;;) {
    const broken = [...files.keys()].filter(
      (name) => name.endsWith('.js') && name !== ENTRY && needsMissing(name, files),
    );
    if (broken.length === 0) break;
    for (const name of broken) for (const end of ['.js', '.d.ts']) files.delete(name.replace(/\.js$/, end));
  }
  return withoutComments(files);
}

/** The maps are not in the archive, so nothing points at them. */
function withoutComments(files) {
  return new Map(
    [...files].map(([name, bytes]) => {
      const text = bytes.toString('utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
      return [`dist/${name}`, Buffer.from(text)];
    }),
  );
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath ?? one.path, one.name)
        .replaceAll('\\', '/')
        .slice('dist/'.length),
    )
    .sort();
}

/** An earlier build may have left files whose source is gone. */
function hasSource(name) {
  if (existsSync(name)) return true;
  return existsSync(name.replace(/(\.d)?\.ts$|\.js$/, '.ts'));
}

/** Whether a module requires one that is not there. Subcommands, which are loaded by name, are not seen. */
function needsMissing(name, files) {
  const text = files.get(name).toString('utf8');
  return [...text.matchAll(/\brequire\("(\.[^"]*)"\)/g)].some(([, specifier]) => {
    const target = posix.join(posix.dirname(name), specifier);
    if (LEFT_OUT.test(`${target}/`)) return true;
    return ![target, `${target}.js`, `${target}.json`, `${target}/index.js`].some((one) => files.has(one));
  });
}

/** What belongs to the plugin besides: the manifest, the contract, texts. */
export function dataFiles() {
  const protos = readdirSync('protocol/easconnector/v1').map((name) => `protocol/easconnector/v1/${name}`);
  const docs = readdirSync('docs', { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(md|py|cs|csproj|cjs|png)$/.test(one.name))
    .map((one) => join(one.parentPath ?? one.path, one.name).replaceAll('\\', '/'))
    .filter((name) => !/^docs\/hosts\/csharp\/(bin|obj)\//.test(name));
  const texts = ['LICENSE', 'README.md', 'CHANGELOG.md', 'psrp/README.md'];
  const names = ['manifest.json', 'manifest.schema.json', ...texts, ...protos, ...docs];
  return new Map(names.sort().map((name) => [name, readFileSync(name)]));
}

/** package.json of the archive: the packages are there already, and there is nothing to build. */
export function packageJson() {
  const { name, version, description, license, type, main, types, bin, exports, engines, dependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  const kept = { name, version, description, license, type, main, types, bin, exports, engines, dependencies };
  return Buffer.from(`${JSON.stringify({ ...kept, private: true }, null, 2)}\n`);
}
