import { OtherOrganizationError, startLab, type Lab, type LabOptions } from '../lab';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';

/**
 * Starts a lab for a person.
 * @throws CliError if its folder holds another organization, or its port is taken
 */
export async function openLab(options: LabOptions): Promise<Lab> {
  const lab = await start(options);
  const { adminApi, remotePowerShell } = lab.description;
  const port = Number(new URL(adminApi?.url ?? remotePowerShell?.url ?? '').port);
  if (options.port === undefined || options.port === port) return lab;
  await lab.close();
  throw new CliError(EXIT.unavailable, `The port ${String(options.port)} is taken.`);
}

async function start(options: LabOptions): Promise<Lab> {
  try {
    return await startLab(options);
  } catch (error) {
    if (error instanceof OtherOrganizationError) throw new CliError(EXIT.usage, error.message);
    throw error;
  }
}
