import { chooseTransport, type TransportName } from '../../plugin/transports/choose-transport';
import type { SessionDependencies } from '../../plugin/transports/session-dependencies';
import type { CommonSettings, Problem, TaskName } from '../../protocol';
import { examineComputer, type ExaminedFolders } from './computer-steps';
import { endpointsOf } from './endpoints';
import { Examination, type StepResult } from './examination';
import { examineNetwork } from './network-steps';
import { examinePowerShell } from './power-shell-steps';
import { examineSession } from './session-steps';
import { examineCertificate, examineSignIn } from './sign-in-step';

/** What is examined. */
export interface ExaminationOrder {
  /** Undefined if they cannot be used; then only the computer is looked at. */
  readonly settings: CommonSettings | undefined;
  /** What is wrong with the settings, or worth knowing. */
  readonly problems: readonly Problem[];
  readonly settingsFile: string;
  readonly tasks: readonly TaskName[];
  readonly folders: ExaminedFolders;
  readonly dependencies: SessionDependencies;
  readonly onResult?: (result: StepResult) => void;
}

/** Goes from this computer to the account's rights, step by step. Nothing is changed in Exchange. */
export async function examine(order: ExaminationOrder): Promise<readonly StepResult[]> {
  const { settings, dependencies, folders } = order;
  const { clock, signal } = dependencies;
  const examination = new Examination({ clock, signal, ...(order.onResult && { onResult: order.onResult }) });
  await examineSettings(examination, order);
  await examineComputer(examination, settings, folders);
  if (!settings) return examination.results;
  const { connection } = settings;
  const transport = await examination.step<TransportName>({ id: 'transport', title: 'Transport' }, () => {
    const { transport: value, reason } = chooseTransport(connection);
    return Promise.resolve({ found: `${value}. ${reason}`, value });
  });
  if (!transport) return examination.results;
  await examinePowerShell(examination, connection, transport, clock);
  await examineCertificate(examination, connection, clock);
  await examineNetwork(examination, connection, clock);
  const claims = transport === 'adminApi' ? await examineSignIn(examination, connection, clock) : undefined;
  await examineSession(examination, {
    settings,
    tasks: order.tasks,
    claims,
    dependencies,
    ...whatASessionNeeds(examination, order, transport),
  });
  return examination.results;
}

async function examineSettings(examination: Examination, order: ExaminationOrder): Promise<void> {
  const { settings, problems, settingsFile, tasks } = order;
  await examination.step({ id: 'settings', title: 'Settings' }, () => {
    const lines = problems.map(({ path, summary, detail }) =>
      `${path === '' ? '' : `${path}: `}${summary} ${detail}`.trim(),
    );
    if (!settings)
      return Promise.resolve({ verdict: 'failed', found: `${settingsFile} cannot be used`, remedy: lines.join(' | ') });
    const found = `${settingsFile}, for ${tasks.join(' and ')}, connection ${settings.connection.id}`;
    return Promise.resolve(lines.length === 0 ? { found } : { verdict: 'warning', found, remedy: lines.join(' | ') });
  });
}

/** One of several endpoints is enough; PowerShell has to start where it is used. */
function whatASessionNeeds(
  examination: Examination,
  { settings }: ExaminationOrder,
  transport: TransportName,
): { needs: string[]; needsOneOf: string[] } {
  const local = transport === 'child' ? ['powerShell.starts'] : transport === 'inProcess' ? ['powerShell.edge'] : [];
  const known = new Set(examination.results.map(({ id }) => id));
  const endpoints = settings ? endpointsOf(settings.connection) : [];
  const answers = endpoints.map(({ name }) => `network.${name}.http`);
  const signIn = ['signIn.certificate', 'signIn.token'].filter((id) => known.has(id));
  const isOnline = settings?.connection.target.kind === 'exchangeOnline';
  return isOnline
    ? { needs: [...local, ...answers, ...signIn], needsOneOf: [] }
    : { needs: local, needsOneOf: answers };
}
