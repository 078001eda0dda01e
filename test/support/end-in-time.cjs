'use strict';
// For every run of mocha: when the tests are over, the process ends. Something that a test left open would keep it for ever.
const GRACE_MS = 30_000;

exports.mochaGlobalTeardown = () => {
  setTimeout(() => {
    console.error(
      `\nThe tests are over, and this keeps the process from ending: ${process.getActiveResourcesInfo().join(', ')}`,
    );
    process.once('exit', () => (process.exitCode = 1)); // after mocha, which sets it to the number of failures
    process.exit();
  }, GRACE_MS).unref();
};
