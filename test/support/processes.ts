import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processes below one that still run; ended ones that nobody has waited for do not count. None, where there is no /proc. */
export function processesBelow(root: number): number[] {
  if (!existsSync('/proc')) return [];
  const rows = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name);
      return stat === undefined || stat.state === 'Z' ? [] : [{ pid: Number(name), parent: stat.parent }];
    });
  const found: number[] = [];
  for (let parents = [root]; parents.length > 0;) {
    parents = rows.flatMap(({ pid, parent }) => (parents.includes(parent) ? [pid] : []));
    found.push(...parents);
  }
  return found;
}

/** Whether a process runs. */
export function isRunning(pid: number): boolean {
  const stat = statOf(String(pid));
  return stat !== undefined && stat.state !== 'Z';
}

function statOf(pid: string): { state: string; parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
