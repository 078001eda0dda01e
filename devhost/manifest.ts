import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parseIsoDuration } from './iso-duration';

/** A task that the plugin contributes. */
export interface ManifestTask {
  readonly name: string;
  readonly displayName: string;
  readonly entryPoint: string;
  /** How often it runs unless the settings say otherwise, in milliseconds. */
  readonly intervalMs: number;
  /** Full names of messages, for example easconnector.v1.ManageResult. */
  readonly settings: string;
  readonly result: string;
  /** Relative to the client's folder. */
  readonly logFolder: string;
}

/** A plugin, as its manifest describes it. Paths are absolute. */
export interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  readonly contractVersion: string;
  readonly folder: string;
  readonly main: string;
  readonly bin: string;
  readonly tasks: readonly ManifestTask[];
}

/** The manifest is missing, or is not what manifest.schema.json asks for. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError' as const;
}

interface ManifestFile {
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  readonly contractVersion: string;
  readonly main: string;
  readonly bin: string;
  readonly contributes: { readonly tasks: readonly (Omit<ManifestTask, 'intervalMs'> & { interval: string })[] };
}

const FILE_NAME = 'manifest.json';

/** The nearest manifest.json in `folder` or above it. */
export function findManifest(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, FILE_NAME);
    if (existsSync(path)) return path;
    if (dirname(at) === at) throw new ManifestError(`There is no ${FILE_NAME} in ${folder} or in a folder above it.`);
  }
}

/**
 * Reads a plugin's manifest and checks it against the schema.
 * @param path the manifest
 * @param schemaPath manifest.schema.json
 * @throws ManifestError with every violation
 */
export function readManifest(path: string, schemaPath: string): Manifest {
  const folder = dirname(resolve(path));
  const file = checked(readJson(path), readJson(schemaPath), path);
  return {
    name: file.name,
    displayName: file.displayName,
    version: file.version,
    contractVersion: file.contractVersion,
    folder,
    main: join(folder, file.main),
    bin: join(folder, file.bin),
    tasks: file.contributes.tasks.map(({ interval, ...task }) => ({
      ...task,
      intervalMs: parseIsoDuration(interval) ?? 0,
    })),
  };
}

/** The task of that name. */
export function manifestTask(manifest: Manifest, name: string): ManifestTask {
  const task = manifest.tasks.find((candidate) => candidate.name === name);
  if (task) return task;
  const names = manifest.tasks.map((candidate) => candidate.name).join(', ');
  throw new ManifestError(`The plugin has no task ${name}. It has: ${names}.`);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new ManifestError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checked(value: unknown, schema: unknown, path: string): ManifestFile {
  const ajv = new Ajv2020({ allErrors: true });
  const validate = ajv.compile<ManifestFile>(schema as object);
  if (validate(value)) return value;
  const violations = (validate.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message ?? 'is wrong'}`);
  throw new ManifestError(`${path} is not a plugin manifest:\n  ${violations.join('\n  ')}`);
}
