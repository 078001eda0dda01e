import { readFile } from 'node:fs/promises';
import type { ClientFolders, RunRecord } from '../../devhost';
import { decodeSecuritySettings, settingsFromJson, type Action } from '../../protocol';
import { readReport } from './read-results';
import type { EndedRun } from './run-lines';

/** A run of the dev host as it is shown: its record, with what its results say. */
export async function endedRunOf(record: RunRecord, folders: ClientFolders): Promise<EndedRun> {
  const { task, outcome, durationMs, problems, resultsFile } = record;
  const report = resultsFile === '' ? undefined : await readReport(task, resultsFile);
  const actions = task === 'EASConnectorSecurity' ? await keptActions(folders) : [];
  return { task, outcome, durationMs, problems, report, actions };
}

/** The actions of the security settings in force. */
async function keptActions(folders: ClientFolders): Promise<readonly Action[]> {
  const text = await readFile(folders.settings('EASConnectorSecurity'), 'utf8').catch(() => '{}');
  const { bytes } = settingsFromJson('EASConnectorSecurity', text);
  return bytes ? (decodeSecuritySettings(bytes).settings?.actions ?? []) : [];
}
