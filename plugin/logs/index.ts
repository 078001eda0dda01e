export { openTaskLog } from './open-task-log';
export type { OpenTaskLog, TaskLogOptions } from './open-task-log';
export type { LogFields, TaskLog } from './task-log';
export { messageOf, stackOf } from './thrown';
