import { InvalidArgumentError } from 'commander';
import { TASK_NAMES, type TaskName } from '../protocol';

/** Where the client's folders are if nothing else is said. */
export const DEFAULT_DATA_DIR = '.eas-connector';

/** The name of a task, in any case. */
export function parseTask(text: string): TaskName {
  const task = TASK_NAMES.find((name) => name.toLowerCase() === text.toLowerCase());
  if (task) return task;
  throw new InvalidArgumentError(`The tasks are ${TASK_NAMES.join(' and ')}.`);
}

/** A parser of whole numbers from `minimum` to `maximum`. */
export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= minimum && number <= maximum) return number;
    throw new InvalidArgumentError(`It has to be a whole number from ${minimum} to ${maximum}.`);
  };
}
