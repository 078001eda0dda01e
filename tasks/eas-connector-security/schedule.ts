import type { Action } from '../../protocol';

/** Actions that follow one another, because they touch the same thing. */
export type Sequence = readonly Action[];

/** Sequences that may be worked on at the same time. A phase begins when the one before it is over. */
export type Phase = readonly Sequence[];

/**
 * The order in which actions are carried out.
 *
 * 1. Wipes and what takes them back, one sequence a partnership: a block or a removal must see the wipe it waits for.
 * 2. Allowed and blocked lists, removals and policies, in the order of the settings wherever two may touch the same
 *    thing. Lists that share a mailbox or a device form a sequence. A removal changes lists too, of a mailbox that is not
 *    known before it is looked at: so removals and lists never run at the same time. Policies form one sequence, for
 *    groups may overlap.
 * 3. Reading of states, which then shows what the run has done.
 */
export function schedule(actions: readonly Action[]): readonly Phase[] {
  const ofKind = (...kinds: readonly Action['what']['kind'][]): Action[] =>
    actions.filter(({ what }) => kinds.includes(what.kind));
  const policies = ofKind('assignPolicy');
  const segments = segmentsOf(ofKind('allowDevice', 'blockDevice', 'removePartnership')).map((segment) =>
    groupBy(segment, touched),
  );
  const [first = [], ...others] = segments;
  const phases: Phase[] = [
    groupBy(ofKind('wipe', 'cancelWipe'), touched),
    [...first, ...(policies.length > 0 ? [policies] : [])],
    ...others,
    ofKind('refreshStatus').map((action) => [action]),
  ];
  return phases.filter((phase) => phase.length > 0);
}

/** Runs of removals and runs of list changes, in the order of the settings. */
function segmentsOf(actions: readonly Action[]): Action[][] {
  const segments: Action[][] = [];
  let wasRemoval: boolean | undefined;
  for (const action of actions) {
    const isRemoval = action.what.kind === 'removePartnership';
    const current = segments.at(-1);
    if (current && isRemoval === wasRemoval) current.push(action);
    else segments.push([action]);
    wasRemoval = isRemoval;
  }
  return segments;
}

/** What an action touches, as far as that is known before anything is looked at. */
function touched({ id, what }: Action): readonly string[] {
  if ('partnership' in what) return [`partnership ${what.partnership.guid}`];
  if (!('device' in what)) return [`action ${id}`];
  return [`mailbox ${what.device.mailbox.toLowerCase()}`, `device ${what.device.deviceId.toLowerCase()}`];
}

/** Groups actions that touch something in common, directly or through others; each group in the order of the settings. */
function groupBy(actions: readonly Action[], thingsOf: (action: Action) => readonly string[]): Action[][] {
  const parents = new Map<string, string>();
  const rootOf = (thing: string): string => {
    let root = thing;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    for (let at = thing; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const action of actions) {
    const [first = '', ...others] = thingsOf(action);
    for (const other of others) parents.set(rootOf(other), rootOf(first));
  }
  const groups = new Map<string, Action[]>();
  for (const action of actions) {
    const root = rootOf(thingsOf(action)[0] ?? '');
    const group = groups.get(root) ?? [];
    group.push(action);
    groups.set(root, group);
  }
  return [...groups.values()];
}
