import { join, relative } from 'node:path';
import type { ClientFolders, Manifest, RunRecord } from '../../devhost';
import type { Layout } from './run-lines';

/** Where logs and results are. */
export function placeLines(
  { manifest, folders }: { readonly manifest: Manifest; readonly folders: ClientFolders },
  records: readonly Pick<RunRecord, 'resultsFile'>[],
  { style }: Layout,
): string[] {
  const files = records.map(({ resultsFile }) => resultsFile).filter((file) => file !== '');
  const results = files.length > 0 ? files : manifest.tasks.map(({ name }) => folders.results(name));
  return [
    style.strong('Where things are'),
    ...labelled('Results', results.map(shortened)),
    ...labelled(
      'Task logs',
      manifest.tasks.map((task) => shortened(folders.taskLogs(task))),
    ),
    ...labelled('Scheduler log', [shortened(folders.schedulerLog)]),
  ];
}

const LABEL_WIDTH = 15;

/** Lines of values with a label before the first. */
export function labelled(label: string, values: readonly string[]): string[] {
  return values.map((value, index) => `  ${(index === 0 ? label : '').padEnd(LABEL_WIDTH)}${value}`);
}

/** A path below the current folder as it would be typed. */
function shortened(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') ? path : join('.', below);
}
