'use strict';
// For `npm run test:powershell`: says at once what is missing, and builds what the transport inProcess needs.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** Ends the run with one sentence where no PowerShell starts; otherwise mocha would name the first skipped suite instead. */
exports.needPowerShell = () => {
  const program = process.env.EAS_PWSH ?? 'pwsh';
  if (spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0) return;
  console.error(`There is no PowerShell 7: ${program} does not start. Put pwsh on the PATH, or name it in EAS_PWSH.`);
  process.exit(1);
};

exports.mochaGlobalSetup = () => {
  const root = join(__dirname, '../..');
  if (existsSync(join(root, '.edge', `${process.platform}-${process.arch}`))) return;
  const { status } = spawnSync(process.execPath, ['scripts/build-edge.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm run build:edge failed: docs/in-process.md says what it needs.');
};
