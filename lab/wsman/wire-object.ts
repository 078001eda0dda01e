import { PSList, PSObject, type PSValue } from '../../psrp';

/** What a collection of text is in Exchange. */
const MULTI_VALUED: readonly string[] = [
  'Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral, ' +
    'PublicKeyToken=b77a5c561934e089]]',
  'Microsoft.Exchange.Data.MultiValuedPropertyBase',
  'System.Object',
];

/**
 * An object as PowerShell's remoting writes it. It goes one level deep: numbers, times, GUIDs and Booleans keep their
 * types, collections their members, and whatever else a property holds (enumerations, identities, sizes, Unlimited)
 * becomes its text. The names of the types go as they are: it is the client that puts `Deserialized.` before them.
 */
export function wireObject(object: PSObject): PSObject {
  const properties = new Map<string, PSValue>();
  for (const [name, value] of object.properties) properties.set(name, wireValue(value));
  if (object.isOfType('System.Management.Automation.PSCustomObject')) {
    return new PSObject(properties, object.typeNames, undefined, undefined, 0);
  }
  const name = object.get('Identity') ?? object.get('Name');
  const text = typeof name === 'string' ? name : object.typeNames[0];
  return new PSObject(properties, object.typeNames, text, undefined, properties.size);
}

function wireValue(value: PSValue): PSValue {
  if (Array.isArray(value)) {
    return PSList.with((value as readonly PSValue[]).map(wireValue), { typeNames: MULTI_VALUED });
  }
  return value instanceof PSObject ? value.toString() : value;
}
