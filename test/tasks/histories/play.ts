import fc from 'fast-check';
import type { Carrier } from '../../support/lab-session';
import { DEVICES, describeEvent, describeHistory, histories, type History } from './event';
import { Rules } from './rules';
import { World } from './world';

/** Plays a history, lets everything come to rest, and gives what went wrong: nothing, if all promises were kept. */
async function play(history: History, carrier?: Carrier): Promise<readonly string[]> {
  const world = new World(history, carrier);
  const rules = new Rules(world);
  for (const [index, event] of history.events.entries()) {
    rules.before(event);
    await world.happen(event);
    const [first] = rules.violations;
    if (first !== undefined) return [`at ${String(index + 1)}. ${describeEvent(event)}: ${first}`];
  }
  await comeToRest(world, rules);
  rules.atTheEnd();
  return rules.violations;
}

/** Nothing disturbs any more, everybody approves, every phone synchronizes, and days pass. */
async function comeToRest(world: World, rules: Rules): Promise<void> {
  world.harness.organization.replicationLagMs = 0;
  world.harness.skewMs = 0;
  await world.advance(20, 15);
  for (let device = 0; device < DEVICES; device += 1) {
    rules.before({ kind: 'user', does: 'sync', device });
    world.user(device, 'sync');
    await world.advance(5);
  }
  for (let half = 0; half < 10; half += 1) {
    await world.advance(12 * 60, 12 * 60);
    world.approve();
  }
  await world.advance(20, 15);
}

/** Plays random histories of a version; a failure is shrunk, and printed one line an event. */
export async function playMany(
  version: History['version'],
  numRuns: number,
  seed?: number,
  carrier?: Carrier,
): Promise<void> {
  const property = fc.asyncProperty(histories(version), async (history) => {
    const violations = await play(history, carrier);
    if (violations.length > 0) throw new Error(violations.join('\n'));
  });
  const details = await fc.check(property, { numRuns, ...(seed === undefined ? {} : { seed }) });
  if (!details.failed) return;
  const history = details.counterexample?.[0];
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  throw new Error(
    `${why}\n\n${history ? describeHistory(history) : ''}\n\nseed ${String(details.seed)}, ${String(details.numShrinks)} shrinks\n` +
      JSON.stringify(history),
  );
}
