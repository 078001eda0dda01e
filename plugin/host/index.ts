export type * from './host';
export { runTask } from './run-task';
export type { TaskContext } from './run-task';
export { serve } from './serve';
export type { ServeEnd } from './serve';
export type { ServeLimits, ServeOptions } from './serve-options';
export { serveProcess } from './serve-process';
