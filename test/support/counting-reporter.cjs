// Mocha's spec reporter, which also keeps, in the file that EAS_TEST_COUNTS names, the counts and what failed: of a run that
// is ended, too.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

const LINES_OF_A_MESSAGE = 8; // enough to say what was expected; the rest stands where the test ran

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.EAS_TEST_COUNTS;
    if (!file) return;
    const report = [];
    const write = () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending, report }));
    };
    for (const event of ['start', 'suite end', 'end']) runner.on(event, write);
    runner.on('fail', (test, error) => {
      const said = String(error?.message ?? error)
        .split('\n')
        .slice(0, LINES_OF_A_MESSAGE);
      report.push([test.fullTitle(), ...said.map((line) => `  ${line}`)].join('\n'));
    });
  }
};
