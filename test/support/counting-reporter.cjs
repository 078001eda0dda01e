// Mocha's spec reporter, which also keeps the counts in the file that EAS_TEST_COUNTS names: those of a run that is ended, too.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.EAS_TEST_COUNTS;
    if (!file) return;
    const write = () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    };
    for (const event of ['start', 'suite end', 'end']) runner.on(event, write);
  }
};
