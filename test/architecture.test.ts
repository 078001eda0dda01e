import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** What each folder may import besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  psrp: [],
  plugin: ['protocol', 'psrp'],
  tasks: ['plugin', 'protocol', 'psrp'],
  lab: ['plugin', 'protocol', 'psrp'],
  devhost: ['lab', 'tasks', 'plugin', 'protocol', 'psrp'],
  cli: ['devhost', 'lab', 'tasks', 'plugin', 'protocol', 'psrp'],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly folder: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

/** Every import of a folder: static, dynamic and require. */
function imports(folder: string): Import[] {
  return sources(folder).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const found = text.matchAll(/(?:from|import|import\(|require\()\s*['"]([^'"]+)['"]/g);
    return [...found].map(([, specifier]) => ({ file, specifier: specifier!, folder: targetOf(file, specifier!) }));
  });
}

/** The folder of the project that an import leads to; empty for a package. */
function targetOf(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return '';
  return relative(ROOT, resolve(ROOT, dirname(file), specifier)).split(/[\\/]/)[0] ?? '';
}

describe('The architecture', () => {
  for (const [folder, allowed] of Object.entries(ALLOWED)) {
    it(`lets ${folder} import only ${allowed.join(', ') || 'itself'}`, () => {
      const wrong = imports(folder).filter((one) => one.folder !== '' && ![folder, ...allowed].includes(one.folder));
      assert.deepEqual(wrong, []);
    });
  }

  it('keeps protocol and psrp free of input and output', () => {
    const io = ['protocol', 'psrp'].flatMap(imports).filter(({ specifier }) => /^node:(?!util\/types)/.test(specifier));
    assert.deepEqual(io, []);
  });

  it('lets only protocol touch generated code', () => {
    const wrong = Object.keys(ALLOWED)
      .filter((folder) => folder !== 'protocol')
      .flatMap(imports)
      .filter(({ specifier }) => specifier.includes('/generated/'));
    assert.deepEqual(wrong, []);
  });

  it('spells cmdlet names in one file of the product', () => {
    const spelled = ['protocol', 'psrp', 'plugin', 'tasks']
      .flatMap(sources)
      .filter((file) => !/exchange[\\/]cmdlets\.ts$/.test(file))
      .filter((file) =>
        /['"`](Get|Set|Clear|New|Remove)-(Mobile|ActiveSync|CAS|Mailbox)/.test(readFileSync(join(ROOT, file), 'utf8')),
      );
    assert.deepEqual(spelled, []);
  });

  it('lets one file of the product order a wipe', () => {
    const erasing = ['plugin', 'tasks']
      .flatMap(sources)
      .filter((file) => /\bwipeDevice\b/.test(readFileSync(join(ROOT, file), 'utf8')))
      .map((file) => file.replaceAll('\\', '/'));
    assert.deepEqual(erasing.sort(), ['plugin/exchange/cmdlets.ts', 'tasks/eas-connector-security/wipe.ts']);
  });

  it('opens sessions in one place', () => {
    const opening = imports('tasks').filter(({ specifier }) => specifier.includes('/transports/'));
    assert.deepEqual(
      opening.map(({ specifier }) => specifier),
      ['../../plugin/transports/open-session'],
    );
  });

  it('needs neither the lab nor the dev host to load the plugin', () => {
    const wrong = ['tasks', 'plugin', 'protocol', 'psrp']
      .flatMap(imports)
      .filter(({ folder }) => ['lab', 'devhost', 'cli'].includes(folder));
    assert.deepEqual(wrong, []);
  });
});
