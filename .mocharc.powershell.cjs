'use strict';
// Every suite that needs a real PowerShell: those that import one of the helpers that find it. None of them may be skipped.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { needPowerShell } = require('./test/support/need-power-shell.cjs');

needPowerShell();

const HELPERS = /from '[^']*\/(real-power-shell|powershell-helpers|real-powershell|real-runspace)'/;
const suites = readdirSync(join(__dirname, 'test'), { recursive: true })
  .map((name) => join('test', name))
  .filter((path) => path.endsWith('.test.ts') && !/^test[\\/](soak|browser)/.test(path))
  .filter((path) => HELPERS.test(readFileSync(join(__dirname, path), 'utf8')));

module.exports = {
  require: ['ts-node/register', './test/support/need-power-shell.cjs', './test/support/end-in-time.cjs'],
  spec: suites,
  timeout: 120_000,
  forbidPending: true,
};
