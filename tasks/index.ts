/**
 * The plugin's composition root: what `main` in manifest.json points at. A host gets the two entry points from here;
 * nothing happens before one of them is called.
 */
import type { TaskEntryPoint } from '../plugin/host/host';
import { decodeManageSettings, decodeSecuritySettings } from '../protocol';
import { manage } from './eas-connector-manage/manage';
import { secure } from './eas-connector-security/security';
import { connectedRun } from './run/connected-run';

export type { Host, LogRecord, Progress, TaskEntryPoint } from '../plugin/host/host';
export type { Completed, Problem } from '../protocol';

/** The inventory. Settings: easconnector.v1.ManageSettings. Results: easconnector.v1.ManageResult. */
export const EASConnectorManage: TaskEntryPoint = (settings, host) =>
  connectedRun('EASConnectorManage', decodeManageSettings(settings), host, manage);

/** Wipes, access, policies and status. Settings: easconnector.v1.SecuritySettings. Results: easconnector.v1.SecurityResult. */
export const EASConnectorSecurity: TaskEntryPoint = (settings, host) =>
  connectedRun('EASConnectorSecurity', decodeSecuritySettings(settings), host, secure);
