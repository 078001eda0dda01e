import type { Action, ActionKind } from '../../protocol';
import type { ActionOutcomeJson } from './result-json';

/** What part of a plan does, the gravest first; then what is held back, and what needs no step. */
export const PLAN_GROUPS = [
  { name: 'wholePhone', title: 'ERASES THE WHOLE PHONE', isGrave: true },
  { name: 'account', title: 'ERASES THE EXCHANGE ACCOUNT ON THE PHONE', isGrave: true },
  { name: 'appData', title: "ERASES OUTLOOK'S DATA", isGrave: true },
  { name: 'cutsOff', title: 'CUTS OFF', isGrave: true },
  { name: 'removes', title: 'REMOVES', isGrave: true },
  { name: 'access', title: 'CHANGES THE ACCESS SETTINGS', isGrave: true },
  { name: 'endsWipe', title: 'ENDS WHAT A WIPE LEFT STANDING', isGrave: false },
  { name: 'takesBack', title: 'TAKES A WIPE BACK', isGrave: false },
  { name: 'letsIn', title: 'LETS IN', isGrave: false },
  { name: 'policies', title: 'ASSIGNS POLICIES', isGrave: false },
  { name: 'other', title: 'DOES BESIDES', isGrave: false },
  { name: 'approval', title: 'HELD BACK: waits for an approval', isGrave: false },
  { name: 'waiting', title: 'HELD BACK: waits for its time', isGrave: false },
  { name: 'refused', title: 'NOT DONE', isGrave: false },
  { name: 'underWay', title: 'UNDER WAY: only looked at', isGrave: false },
  { name: 'reads', title: 'READS', isGrave: false },
  { name: 'over', title: 'OVER: needs no step', isGrave: false },
] as const;

/** The name of a group. */
export type PlanGroup = (typeof PLAN_GROUPS)[number]['name'];

/** The group of an outcome. `action` is undefined for the access settings and for orders that the settings have no more. */
export function groupOf(outcome: ActionOutcomeJson, action: Action | undefined, isAccess: boolean): PlanGroup {
  const state = (outcome.state ?? '').replace('ACTION_STATE_', '');
  switch (state) {
    case 'WOULD_BE_DONE':
      return isAccess ? 'access' : effectOf(outcome, action?.what);
    case 'AWAITING_APPROVAL':
      return 'approval';
    case 'WAITING':
      return 'waiting';
    case 'PENDING':
    case 'APPLIED_UNCONFIRMED':
      return 'underWay';
    case 'SUCCEEDED':
    case 'NOTHING_TO_DO':
      return action?.what.kind === 'refreshStatus' ? 'reads' : 'over';
    default:
      return 'refused';
  }
}

/** What a step that would be done does to people's devices. */
function effectOf({ wipe, steps }: ActionOutcomeJson, what: ActionKind | undefined): PlanGroup {
  // Orders that the settings do not have are wipes that vanished from them, and the removals of upkeep.
  if (!what && !wipe) return 'removes';
  switch (what?.kind) {
    case undefined:
    case 'wipe':
      return steps?.[0]?.startsWith('wipe ') ? erases(wipe?.effect) : 'endsWipe';
    case 'blockDevice':
      return 'cutsOff';
    case 'removePartnership':
      return 'removes';
    case 'cancelWipe':
      return 'takesBack';
    case 'allowDevice':
      return 'letsIn';
    case 'assignPolicy':
      return 'policies';
    default:
      return 'other';
  }
}

/** A wipe whose effect is not stated is shown as the gravest. */
function erases(effect: string | undefined): PlanGroup {
  if (effect === 'WIPE_EFFECT_ACCOUNT') return 'account';
  return effect === 'WIPE_EFFECT_APP_DATA' ? 'appData' : 'wholePhone';
}
