// Makes everything that is generated and committed; with --check it only compares.
//   protocol/generated/easconnector.{js,d.ts}    wire code and its types
//   protocol/generated/descriptor.json           the messages, for their JSON form
//   protocol/generated/settings-schema.json      the settings' JSON Schema, also in manifest.json
//   docs/problem-codes.md                        the closed set of problem codes
//   docs/finding-codes.md                        the closed set of finding codes
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as prettier from 'prettier';
import { settingsSchema } from './settings-schema.mjs';
import { settingsPage } from './settings-page.mjs';

const require = createRequire(import.meta.url);
require('ts-node').register({ transpileOnly: true });
const { PROBLEM_CODES } = require('../protocol/problem-codes');
const { FINDING_CODES } = require('../protocol/finding-codes');
const pbjs = promisify(require('protobufjs-cli/pbjs').main);
const pbts = promisify(require('protobufjs-cli/pbts').main);

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const protoRoot = join(project, 'protocol');
const protoFolder = join(protoRoot, 'easconnector/v1');
const protos = readdirSync(protoFolder)
  .filter((name) => name.endsWith('.proto'))
  .sort()
  .map((name) => join(protoFolder, name));

const isCheck = process.argv.includes('--check');
const stale = [];

/** A closed set of codes as a page. */
function codesPage(title, opening, codes) {
  const rows = Object.entries(codes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return [
    `# ${title}`,
    '',
    `${opening} carries one of these codes. The set is closed: codes are added`,
    'in a new version of the connector, never changed or given another meaning, so a host can act on them.',
    '',
    '| code | meaning |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Writes a file, or in check mode notes that it differs. */
function put(relativePath, text) {
  const path = join(project, relativePath);
  if (!isCheck) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) stale.push(relativePath);
}

const formatted = (value) => prettier.format(JSON.stringify(value), { parser: 'json', printWidth: 120 });

const scratch = mkdtempSync(join(tmpdir(), 'eas-generate-'));
try {
  const code = join(scratch, 'easconnector.js');
  const types = join(scratch, 'easconnector.d.ts');
  const descriptor = join(scratch, 'descriptor.json');
  const lean = [
    '--no-service',
    '--no-verify',
    '--no-convert',
    '--no-delimited',
    '--no-create',
    '-p',
    protoRoot,
    ...protos,
  ];
  await pbjs(['-t', 'static-module', '-w', 'commonjs', ...lean, '-o', code]);
  await pbts(['-o', types, code]);
  await pbjs(['-t', 'static-module', '-w', 'commonjs', '--no-comments', ...lean, '-o', code]);
  await pbjs(['-t', 'json', '-p', protoRoot, '-o', descriptor, ...protos]);

  put('protocol/generated/easconnector.js', readFileSync(code, 'utf8'));
  put('protocol/generated/easconnector.d.ts', readFileSync(types, 'utf8'));
  put('protocol/generated/descriptor.json', await formatted(JSON.parse(readFileSync(descriptor, 'utf8'))));

  const schema = settingsSchema(protos, protoRoot);
  put('protocol/generated/settings-schema.json', await formatted(schema));
  const problemCodes = codesPage(
    'Problem codes',
    'Every problem of a run, of a setting and of an action',
    PROBLEM_CODES,
  );
  put('docs/problem-codes.md', await prettier.format(problemCodes, { parser: 'markdown', printWidth: 120 }));
  const findingCodes = codesPage('Finding codes', 'Every finding of an inventory or a security run', FINDING_CODES);
  put('docs/finding-codes.md', await prettier.format(findingCodes, { parser: 'markdown', printWidth: 120 }));
  const settings = settingsPage(schema);
  put('docs/settings.md', await prettier.format(settings, { parser: 'markdown', printWidth: 120 }));
  const manifest = JSON.parse(readFileSync(join(project, 'manifest.json'), 'utf8'));
  manifest.contributes.configuration = schema;
  put('manifest.json', await formatted(manifest));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: npm run generate`);
  process.exit(1);
}
