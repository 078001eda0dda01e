export { ConsoleDesk } from './console-desk';
export type { ConsoleDeskOptions, ConsoleHost } from './console-desk';
export { openConsole } from './console-server';
export type { Console, ConsoleOptions } from './console-server';
