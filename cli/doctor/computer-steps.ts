import { access, constants, open, rm, stat, statfs } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { CommonSettings } from '../../protocol';
import type { Examination, Finding } from './examination';

/** The folders that a run would use. */
export interface ExaminedFolders {
  readonly dataDir: string;
  readonly logDirs: readonly string[];
}

const MEBIBYTE = 1024 * 1024;
/** Below this a run may fail for want of space; below the other it is time to look. */
const NEEDED_BYTES = 100 * MEBIBYTE;
const COMFORTABLE_BYTES = 1024 * MEBIBYTE;
const OLDEST_NODE = [20, 19] as const;
/** This computer: Node, its name, the folders. */
export async function examineComputer(
  examination: Examination,
  settings: CommonSettings | undefined,
  folders: ExaminedFolders,
): Promise<void> {
  await examination.step({ id: 'computer.node', title: 'Node' }, () => Promise.resolve(nodeFinding(process)));
  if (settings) {
    await examination.step({ id: 'computer.name', title: 'Host computer' }, () =>
      Promise.resolve(nameFinding(settings, hostname())),
    );
  }
  await examination.step({ id: 'computer.dataFolder', title: 'Data folder' }, () => folderFinding(folders.dataDir));
  for (const logDir of folders.logDirs) {
    const id = `computer.logFolder.${basename(logDir)}`;
    await examination.step({ id, title: 'Log folder' }, () => folderFinding(logDir));
  }
}

/** Whether this Node is one that the connector runs on. */
export function nodeFinding({
  versions,
  platform,
  arch,
}: Pick<NodeJS.Process, 'platform' | 'arch'> & { readonly versions: { readonly node: string } }): Finding {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number);
  const found = `${versions.node} on ${platform} ${arch}`;
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (isOld) return { verdict: 'failed', found, remedy: `Install Node ${OLDEST_NODE.join('.')} or newer.` };
  if (platform === 'win32' && arch === 'ia32') {
    return { verdict: 'warning', found, remedy: 'Install the 64-bit Node: Exchange has no 32-bit Management Tools.' };
  }
  return { found };
}

/** Whether the connector is enabled, and on this computer. */
export function nameFinding({ host }: Pick<CommonSettings, 'host'>, name: string): Finding {
  const short = (text: string): string => (text.split('.')[0] ?? '').toLowerCase();
  if (host.computerName !== '' && short(host.computerName) !== short(name)) {
    return {
      verdict: 'failed',
      found: `this is ${name}, and the settings name ${host.computerName}`,
      remedy: 'Run the connector there, or change host.computerName: a run on another computer is refused.',
    };
  }
  if (!host.enabled) {
    return {
      verdict: 'warning',
      found: `${name}; the connector is disabled in the settings`,
      remedy: 'Enable it in the system settings of the console: until then a run does nothing.',
    };
  }
  return { found: name };
}

/** Whether files can be made in a folder, and how much space there is. A folder that is not there yet is not made. */
export async function folderFinding(folder: string): Promise<Finding> {
  const existing = nearestExisting(folder);
  const where = existing === folder ? folder : `${folder} (to be made in ${existing})`;
  try {
    if (!(await stat(existing)).isDirectory()) {
      return { verdict: 'failed', found: `${existing} is a file`, remedy: 'Give a folder: a file is in its place.' };
    }
    await access(existing, constants.R_OK | constants.W_OK | constants.X_OK);
    if (existing === folder) await writeProbe(folder);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return {
      verdict: 'failed',
      found: `${where}: ${message}`,
      remedy: folderRemedy(code),
    };
  }
  const { bavail, bsize } = await statfs(existing);
  return spaceFinding(where, bavail * bsize);
}

/** What to do about a folder that cannot be written, by the system's code. */
export function folderRemedy(code: string): string {
  switch (code) {
    case 'ENOSPC':
      return `Make room: the disk is full, and a run needs ${sizeText(NEEDED_BYTES)}.`;
    case 'EDQUOT':
      return `Make room: the account's quota is used up, and a run needs ${sizeText(NEEDED_BYTES)}.`;
    case 'EROFS':
      return 'That disk is mounted for reading only: give another folder, or have it mounted for writing.';
    default:
      return 'The account under which the client runs must be able to read and write there.';
  }
}

/** What free space means. */
export function spaceFinding(where: string, free: number): Finding {
  const found = `${where}, ${sizeText(free)} free`;
  if (free < NEEDED_BYTES)
    return { verdict: 'failed', found, remedy: `Make room: a run needs ${sizeText(NEEDED_BYTES)}.` };
  if (free < COMFORTABLE_BYTES) return { verdict: 'warning', found, remedy: 'Make room before the disk is full.' };
  return { found };
}

function sizeText(bytes: number): string {
  const gibibytes = bytes / MEBIBYTE / 1024;
  return gibibytes >= 1 ? `${gibibytes.toFixed(0)} GiB` : `${(bytes / MEBIBYTE).toFixed(0)} MiB`;
}

function nearestExisting(folder: string): string {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  return place;
}

/** access() does not know of quotas, read-only mounts on Windows or policies; a file does. */
async function writeProbe(folder: string): Promise<void> {
  const path = join(folder, `.doctor-${randomBytes(6).toString('hex')}`);
  const file = await open(path, 'wx');
  try {
    await file.write('x');
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
