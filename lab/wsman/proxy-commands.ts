import { type PipelineCommand, PSObject, PSPrimitive, type PSValue } from '../../psrp';
import { bindingError } from '../cmdlets/cmdlet-error';
import { notRecognized } from '../powershell/cmdlet-call';

/** What happens to a cmdlet's objects before they travel. */
export interface Feed {
  /** The properties that anybody looks at; all, if undefined. */
  readonly select: readonly string[] | undefined;
  readonly pass: (objects: Iterable<PSObject>) => Iterable<PSObject>;
}

const PASS_ALL: Feed = { select: undefined, pass: (objects) => objects };

/**
 * The few commands of PowerShell itself that a restricted endpoint of Exchange shows, as far as the lab has them:
 * Select-Object with names of properties, Measure-Object without options.
 * @throws CmdletError for any other
 */
export function feedOf(commands: readonly PipelineCommand[]): Feed {
  return commands.reduce<Feed>((feed, command, place) => {
    const next = feedOfOne(command);
    const pass = (objects: Iterable<PSObject>): Iterable<PSObject> => next.pass(feed.pass(objects));
    return { select: place === 0 ? next.select : feed.select, pass };
  }, PASS_ALL);
}

function feedOfOne(command: PipelineCommand): Feed {
  switch (command.name.toLowerCase()) {
    case 'select-object':
      return selectObject(command);
    case 'measure-object':
      return { select: [], pass: (objects) => [measured(objects)] };
    default:
      throw notRecognized(command.name);
  }
}

function selectObject(command: PipelineCommand): Feed {
  let names: readonly string[] | undefined;
  let first = Infinity;
  for (const { name, value } of command.arguments ?? []) {
    const parameter = name === undefined ? 'property' : name.toLowerCase();
    if (parameter === 'property') names = propertyNames(value);
    else if (parameter === 'first') first = Number(value);
    else throw unknownParameter(name ?? '');
  }
  const wanted = names;
  const make = wanted === undefined ? (object: PSObject): PSObject => object : selected(wanted);
  return {
    select: wanted,
    *pass(objects) {
      let count = 0;
      if (first < 1) return;
      for (const object of objects) {
        yield make(object);
        if (++count >= first) return;
      }
    },
  };
}

/** Names only: a calculated property would be a script. */
function propertyNames(value: PSValue): readonly string[] {
  const items: readonly PSValue[] = Array.isArray(value) ? (value as readonly PSValue[]) : [value];
  return items.map((item) => {
    if (typeof item === 'string') return item;
    const what = item instanceof PSPrimitive ? item.tag : typeof item;
    throw bindingError(
      'System.Management.Automation.ParameterBindingException',
      `Cannot convert ${what} to one of the following types {System.String, System.Management.Automation.ScriptBlock}.`,
      'Property',
    );
  });
}

function selected(names: readonly string[]): (object: PSObject) => PSObject {
  return (object) => {
    const notes = names.map((name): [string, PSValue] => [name, object.get(name) ?? null]);
    const types = ['System.Management.Automation.PSCustomObject', 'System.Object'];
    return new PSObject(new Map(notes), [`Selected.${object.typeNames[0] ?? 'System.Object'}`, ...types]);
  };
}

function measured(objects: Iterable<PSObject>): PSObject {
  let count = 0;
  const iterator = objects[Symbol.iterator]();
  while (iterator.next().done !== true) count++;
  const properties: [string, PSValue][] = [
    ['Count', count],
    ...['Average', 'Sum', 'Maximum', 'Minimum', 'Property'].map((name): [string, PSValue] => [name, null]),
  ];
  const base = 'Microsoft.PowerShell.Commands.MeasureInfo';
  return new PSObject(new Map(properties), ['Microsoft.PowerShell.Commands.GenericMeasureInfo', base, 'System.Object']);
}

function unknownParameter(name: string): Error {
  const message = `A parameter cannot be found that matches parameter name '${name}'.`;
  return bindingError('System.Management.Automation.ParameterBindingException', message, name);
}
