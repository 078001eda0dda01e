import { execFile, type ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** Ends a process and everything below it. Never throws. */
export async function killTree(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    await output('taskkill', ['/pid', String(pid), '/T', '/F']);
    // Should taskkill be forbidden, at least the process itself ends.
    child.kill('SIGKILL');
    return;
  }
  // The parent first: it could start further ones meanwhile.
  const below = await descendants(pid);
  child.kill('SIGKILL');
  for (const one of below) kill(one);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** The processes below one, parents first. */
async function descendants(root: number): Promise<number[]> {
  const rows = await (process.platform === 'linux' ? procTable() : psTable());
  const found: number[] = [];
  for (let parents = [root]; parents.length > 0;) {
    const children = rows.flatMap(([pid, parent]) => (parents.includes(parent) ? [pid] : []));
    found.push(...children);
    parents = children;
  }
  return found;
}

/** Process and parent, from /proc: a container need not have `ps`. */
async function procTable(): Promise<[number, number][]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const rows = pids.map(async (pid): Promise<[number, number]> => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // "pid (name) state parent …"; the name may contain anything.
    return [Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)];
  });
  return Promise.all(rows);
}

async function psTable(): Promise<[number, number][]> {
  const lines = (await output('ps', ['-A', '-o', 'pid=,ppid='])).split('\n');
  return lines.map((line): [number, number] => {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    return [pid, parent];
  });
}

function output(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { windowsHide: true, timeout: 10_000 }, (error, stdout) => {
      resolve(error ? '' : stdout);
    });
  });
}
