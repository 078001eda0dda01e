/** The plugin's tasks, as manifest.json names them. */
export const TASK_NAMES = ['EASConnectorManage', 'EASConnectorSecurity'] as const;

/** A task. */
export type TaskName = (typeof TASK_NAMES)[number];
