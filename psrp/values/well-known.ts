import { PSObject, type PSValue } from '../ps-object';
import type { PSSecureString } from './ps-secure-string';

/** A property bag: notes only, no type. */
export function bag(entries: Iterable<readonly [string, PSValue]>): PSObject {
  return new PSObject(new Map(entries), [], undefined, undefined, 0);
}

/** A PSCustomObject with these notes. */
export function customObject(entries: Iterable<readonly [string, PSValue]>): PSObject {
  const types = ['System.Management.Automation.PSCustomObject', 'System.Object'];
  return new PSObject(new Map(entries), types, undefined, undefined, 0);
}

/**
 * A value of an enum.
 * @param typeName such as `System.DayOfWeek`
 * @param text the member's name; PowerShell binds by the number
 */
export function enumValue(typeName: string, text: string, value: PSValue): PSObject {
  return new PSObject(new Map(), [typeName, 'System.Enum', 'System.ValueType', 'System.Object'], text, value, 0);
}

/** A PSCredential; its password needs the session key when it travels. */
export function credential(userName: string, password: PSSecureString): PSObject {
  const properties = new Map<string, PSValue>([
    ['UserName', userName],
    ['Password', password],
  ]);
  const types = ['System.Management.Automation.PSCredential', 'System.Object'];
  return new PSObject(properties, types, types[0], undefined, 2);
}
