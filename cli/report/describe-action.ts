import type { Action, ActionKind } from '../../protocol';

/** What an action is, in a few words, for a column. */
export function describeAction(action: Action): string {
  return describeKind(action.what);
}

function describeKind(what: ActionKind): string {
  switch (what.kind) {
    case 'wipe':
      return what.wipeKind === 'accountOnly' ? 'account-only wipe' : 'wipe';
    case 'cancelWipe':
      return 'cancel wipe';
    case 'allowDevice':
      return 'allow device';
    case 'blockDevice':
      return 'block device';
    case 'removePartnership':
      return 'remove partnership';
    case 'assignPolicy':
      return 'assign policy';
    case 'refreshStatus':
      return 'read status';
    case 'clearDeadIds':
      return 'clear dead IDs';
  }
}
