import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { readManifest, ManifestError } from '../devhost/manifest';
import { TASK_NAMES } from '../protocol';
import { writeFileSync } from 'node:fs';
import { scratchFolder } from './devhost/scratch-folder';

const project = join(__dirname, '..');
const json = (path: string): unknown => JSON.parse(readFileSync(join(project, path), 'utf8'));

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Record<string, Schema>;
  readonly $defs?: Record<string, Schema>;
  readonly type?: string;
  readonly additionalProperties?: unknown;
}

interface ManifestJson {
  readonly version: string;
  readonly contractVersion: string;
  readonly main: string;
  readonly bin: string;
  readonly engines: { readonly node: string };
  readonly contributes: {
    readonly tasks: readonly {
      name: string;
      entryPoint: string;
      interval: string;
      settings: string;
      result: string;
      logFolder: string;
    }[];
    readonly configuration: { readonly $defs: Record<string, unknown> };
  };
}

const manifest = json('manifest.json') as ManifestJson;
const schema = json('manifest.schema.json') as Schema;
const packageJson = json('package.json') as {
  version: string;
  main: string;
  bin: Record<string, string>;
  engines: { node: string };
};

const protoText = readdirSync(join(project, 'protocol/easconnector/v1'))
  .map((file) => readFileSync(join(project, 'protocol/easconnector/v1', file), 'utf8'))
  .join('\n');

describe('The manifest', () => {
  it('satisfies its schema', () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    assert.ok(validate(manifest), JSON.stringify(validate.errors, undefined, 2));
  });

  it('is refused with anything that the schema does not know', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(schema);
    assert.ok(!validate({ ...manifest, activationEvents: [] }));
    assert.ok(!validate({ ...manifest, version: '1' }));
    const [first] = manifest.contributes.tasks;
    const withTask = (task: object): object => ({
      ...manifest,
      contributes: { ...manifest.contributes, tasks: [task] },
    });
    assert.ok(validate(withTask({ ...first })));
    assert.ok(!validate(withTask({ ...first, interval: 'P1M' })));
    assert.ok(!validate(withTask({ ...first, interval: 'PT' })));
    assert.ok(!validate(withTask({ ...first, logFolder: '../elsewhere' })));
    assert.ok(!validate(withTask({ ...first, cron: '* * * * *' })));
  });

  it('has the identity of the package', () => {
    assert.equal(manifest.version, packageJson.version);
    assert.equal(manifest.main, packageJson.main);
    assert.equal(manifest.bin, packageJson.bin['eas-connector']);
    assert.equal(manifest.engines.node, packageJson.engines.node);
  });

  it('names the tasks of the contract, with the default intervals and log folders of the original client', () => {
    const { tasks } = manifest.contributes;
    assert.deepEqual(
      tasks.map((task) => task.name),
      [...TASK_NAMES],
    );
    assert.deepEqual(
      tasks.map((task) => task.interval),
      ['P1D', 'PT5M'],
    );
    for (const task of tasks) assert.equal(task.logFolder, `Client/Tasks/Inv/${task.name}`);
  });

  it('names messages that the .proto files have, and settings that the configuration describes', () => {
    for (const task of manifest.contributes.tasks) {
      for (const name of [task.settings, task.result]) {
        assert.match(name, /^easconnector\.v1\./);
        assert.match(protoText, new RegExp(`^message ${String(name.split('.').pop())} \\{`, 'm'));
      }
      assert.ok(String(task.settings.split('.').pop()) in manifest.contributes.configuration.$defs);
    }
  });

  it('names entry points that the plugin exports', () => {
    const source = manifest.main.replace(/^dist\//, '../').replace(/\.js$/, '');
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the manifest says which module it is
    const plugin = require(source) as Record<string, unknown>;
    for (const task of manifest.contributes.tasks) assert.equal(typeof plugin[task.entryPoint], 'function');
  });

  it('has a schema in which every object is closed and every property described', () => {
    const objects = [schema, ...Object.values(schema.$defs ?? {})].flatMap(nestedObjects);
    assert.ok(objects.length >= 4);
    for (const object of objects) {
      for (const [name, property] of Object.entries(object.properties ?? {})) {
        assert.ok(property.description, `${name} has no description`);
      }
      // The configuration is a JSON Schema of its own and may say more.
      if (!('$schema' in (object.properties ?? {})) || object === schema)
        assert.equal(object.additionalProperties, false);
    }
  });

  it('that is wrong is refused with every violation', () => {
    const folder = scratchFolder();
    const path = join(folder, 'manifest.json');
    writeFileSync(path, JSON.stringify({ ...manifest, version: 'one', surprise: true }));
    assert.throws(
      () => readManifest(path, join(project, 'manifest.schema.json')),
      (error: Error) =>
        error instanceof ManifestError && error.message.includes('/version') && error.message.includes('additional'),
    );
  });
});

function nestedObjects(at: Schema): Schema[] {
  const inner = Object.values(at.properties ?? {}).flatMap(nestedObjects);
  return at.type === 'object' && at.properties ? [at, ...inner] : inner;
}
