import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';

/** A parameter of a cmdlet, as Microsoft's reference has it. */
export interface ReferenceParameter {
  readonly name: string;
  /** The .NET type's short name, for example SwitchParameter. */
  readonly type: string;
  readonly versions: readonly string[];
  readonly aliases: readonly string[];
}

/** One parameter set: what it demands, and which of the cmdlet's parameters do not belong to it. */
export interface ReferenceParameterSet {
  readonly required: readonly string[];
  readonly without: readonly string[];
}

/** A cmdlet, as Microsoft's reference has it. */
export interface ReferenceCmdlet {
  readonly name: string;
  readonly versions: readonly string[];
  readonly sets: readonly ReferenceParameterSet[];
  /** By lower-case name, and by lower-case alias. */
  readonly parameters: ReadonlyMap<string, ReferenceParameter>;
}

interface CmdletFile {
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly cmdlets: Readonly<
    Record<
      string,
      {
        readonly versions: string;
        readonly sets: readonly { readonly required: readonly string[]; readonly without?: readonly string[] }[];
        readonly parameters: Readonly<
          Record<string, { readonly type: string; readonly versions?: string; readonly aliases?: readonly string[] }>
        >;
      }
    >
  >;
}

/** Which cmdlets and parameters exist in which version of Exchange. */
export class CmdletReference {
  private readonly cmdlets = new Map<string, ReferenceCmdlet>();
  private readonly enums = new Map<string, readonly string[]>();

  constructor(files: readonly CmdletFile[]) {
    for (const file of files) {
      for (const [type, values] of Object.entries(file.enums)) this.enums.set(type, values);
      for (const [name, entry] of Object.entries(file.cmdlets)) {
        const parameters = new Map<string, ReferenceParameter>();
        for (const [parameterName, parameter] of Object.entries(entry.parameters)) {
          const found: ReferenceParameter = {
            name: parameterName,
            type: parameter.type,
            versions: (parameter.versions ?? entry.versions).split(' '),
            aliases: parameter.aliases ?? [],
          };
          for (const known of [parameterName, ...found.aliases]) parameters.set(known.toLowerCase(), found);
        }
        const sets = entry.sets.map((set) => ({ required: set.required, without: set.without ?? [] }));
        this.cmdlets.set(name.toLowerCase(), { name, versions: entry.versions.split(' '), sets, parameters });
      }
    }
  }

  /** The cmdlet, whatever the case of `name`; undefined if the version does not have it. */
  find(name: string, version: ExchangeVersion): ReferenceCmdlet | undefined {
    const cmdlet = this.cmdlets.get(name.toLowerCase());
    return cmdlet?.versions.includes(version) === true ? cmdlet : undefined;
  }

  /** The names that a type accepts; undefined if it is no enumeration of the reference. */
  acceptedValues(type: string): readonly string[] | undefined {
    return this.enums.get(type.replace('[]', ''));
  }

  /** The names of all cmdlets that a version has. */
  names(version: ExchangeVersion): string[] {
    return [...this.cmdlets.values()]
      .filter((cmdlet) => cmdlet.versions.includes(version))
      .map((cmdlet) => cmdlet.name);
  }
}

/** Reads the reference that lies beside this code: Microsoft's pages condensed, and a small sourced supplement. */
export function loadReference(): CmdletReference {
  const read = (file: string): CmdletFile => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as CmdletFile;
  return new CmdletReference([read('cmdlet-reference.json'), read('supplement.json')]);
}
