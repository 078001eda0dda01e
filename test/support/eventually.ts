import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds. @throws Error after some seconds, with what it should have been */
export async function eventually(holds: () => boolean | Promise<boolean>, what: string, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds());) {
    if (Date.now() > end) throw new Error(`It did not happen that ${what}.`);
    await sleep(25);
  }
}
