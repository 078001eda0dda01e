import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command of the walk, and what it printed. */
export interface WalkedCommand {
  readonly command: string;
  readonly output: string;
}

const MARK = '=== next command ===';

/** The commands of a page, in the order in which they stand there: the lines of its `sh` blocks. */
export function commandsIn(page: string): string[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)];
  return blocks.flatMap(([, body = '']) => body.split('\n').filter((line) => line.trim() !== ''));
}

/**
 * Walks through the commands as a person at a shell does: one after the other, in one folder; one that ends with & goes on in
 * the background, and `lab.json` is waited for, as the page says. The first that fails ends the walk.
 * @param folder where the shell is; a script is written there
 * @throws Error with what was printed until then
 */
export async function walk(commands: readonly string[], folder: string, timeoutMs: number): Promise<WalkedCommand[]> {
  const lines = commands.flatMap((command) => [
    `echo '${MARK}'`,
    command,
    ...(command.trimEnd().endsWith('&') ? ['until [ -s lab.json ]; do kill -0 $! || exit 9; sleep 0.1; done'] : []),
  ]);
  const script = ['set -e', `trap 'kill $(jobs -p) 2>/dev/null || true' EXIT`, ...lines, ''].join('\n');
  const file = join(folder, 'walk.sh');
  writeFileSync(file, script);
  const env = { ...process.env, NO_COLOR: '1' };
  // A group of its own, so that nothing of it is left behind.
  const shell = spawn('bash', [file], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const timer = setTimeout(() => {
    if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
  }, timeoutMs);
  let printed = '';
  for (const stream of [shell.stdout, shell.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const code = await new Promise<number | null>((resolve) => shell.once('close', resolve));
  clearTimeout(timer);
  if (code !== 0) throw new Error(`The walk ended with ${String(code)}:\n${printed}`);
  const outputs = printed.split(`${MARK}\n`).slice(1);
  return commands.map((command, at) => ({ command, output: outputs[at] ?? '' }));
}
