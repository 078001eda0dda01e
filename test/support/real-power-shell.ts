import { spawnSync } from 'node:child_process';

/** The real PowerShell 7 to test with: that of EAS_PWSH, or the one on the PATH; undefined if there is none. */
export function realPowerShell(): string | undefined {
  const program = process.env['EAS_PWSH'] ?? 'pwsh';
  return spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0 ? program : undefined;
}

/**
 * A suite that needs a real PowerShell; without one it says in its title that it was skipped. `npm run test:powershell`
 * runs every suite of this kind and takes one that is skipped for a failure.
 */
export function describeWithPowerShell(title: string, body: () => void): void {
  if (realPowerShell() === undefined) {
    describe.skip(`${title} (SKIPPED: there is no pwsh on the PATH or in EAS_PWSH)`, body);
    return;
  }
  describe(title, function () {
    this.timeout(120_000);
    body();
  });
}
