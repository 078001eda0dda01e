import {
  decodeManageSettings,
  decodeSecuritySettings,
  hasErrors,
  type CommonSettings,
  type ManageSettings,
  type Problem,
  type SecuritySettings,
  type TaskName,
} from '../../protocol';
import { readSettingsFile } from '../settings-file';

/** Settings, and the tasks that they are for. */
export interface TaskSettings {
  readonly settings: CommonSettings | ManageSettings | SecuritySettings | undefined;
  readonly problems: readonly Problem[];
  readonly tasks: readonly TaskName[];
}

/** SecuritySettings first: they have more that only they have. */
const ORDER: readonly TaskName[] = ['EASConnectorSecurity', 'EASConnectorManage'];

/**
 * Reads a settings file. Without a task its content tells whose it is; what could be either is for both tasks.
 * @throws CliError if the file cannot be read
 */
export async function readTaskSettings(path: string, task: TaskName | undefined): Promise<TaskSettings> {
  if (task !== undefined) return { ...(await readAs(task, path)), tasks: [task] };
  const read = await Promise.all(ORDER.map(async (one) => ({ ...(await readAs(one, path)), tasks: [one] })));
  const fitting = read.filter(({ settings, problems }) => settings !== undefined && problems.length === 0);
  const [first] = fitting;
  if (first && fitting.length > 1) return { ...first, tasks: fitting.flatMap(({ tasks }) => tasks) };
  // None fits without a remark: the one with fewer is meant.
  const [best] = [...read].sort((a, b) => weight(a) - weight(b));
  return first ?? best ?? { settings: undefined, problems: [], tasks: ORDER };
}

const weight = ({ problems, settings }: TaskSettings): number => problems.length + (settings ? 0 : 1000);

async function readAs(task: TaskName, path: string): Promise<Pick<TaskSettings, 'settings' | 'problems'>> {
  const { bytes, problems } = await readSettingsFile(task, path);
  if (!bytes || hasErrors(problems)) return { settings: undefined, problems };
  const decoded = task === 'EASConnectorManage' ? decodeManageSettings(bytes) : decodeSecuritySettings(bytes);
  return { settings: decoded.settings, problems: [...problems, ...decoded.problems] };
}
