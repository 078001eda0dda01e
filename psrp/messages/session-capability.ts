import { ProtocolError } from '../errors/protocol-error';
import { UnsupportedVersionError } from '../errors/unsupported-version-error';
import type { PSObject, PSValue } from '../ps-object';
import { PSPrimitive } from '../values/ps-primitive';
import { bag } from '../values/well-known';
import type { ProtocolVersion } from './protocol-version';
import { payloadObject, textField } from './read-fields';

/** SESSION_CAPABILITY: what each side speaks. The other two versions have not changed since PowerShell 2. */
export interface SessionCapability {
  readonly protocolVersion: string;
  readonly psVersion: string;
  readonly serializationVersion: string;
}

const PS_VERSION = '2.0';
const SERIALIZATION_VERSION = '1.1.0.1';

/** The capability that offers a version. */
export function encodeSessionCapability(version: ProtocolVersion): PSObject {
  return bag([
    ['protocolversion', new PSPrimitive('Version', version)],
    ['PSVersion', new PSPrimitive('Version', PS_VERSION)],
    ['SerializationVersion', new PSPrimitive('Version', SERIALIZATION_VERSION)],
  ]);
}

/**
 * The other side's capability.
 * @throws UnsupportedVersionError if its values are written in a way that this side does not read
 */
export function decodeSessionCapability(payload: PSValue | undefined): SessionCapability {
  const object = payloadObject(payload, 'SESSION_CAPABILITY');
  const capability = {
    protocolVersion: version(object, 'protocolversion'),
    psVersion: version(object, 'PSVersion'),
    serializationVersion: version(object, 'SerializationVersion'),
  };
  check('PSVersion', capability.psVersion, PS_VERSION);
  check('SerializationVersion', capability.serializationVersion, SERIALIZATION_VERSION);
  return capability;
}

function version(object: PSObject, name: string): string {
  const text = textField(object, name);
  if (text === undefined) throw new ProtocolError('negotiation', `SESSION_CAPABILITY has no ${name}`);
  return text;
}

/** As PowerShell's server does: the same major version, at least the same minor one. */
function check(which: 'PSVersion' | 'SerializationVersion', offered: string, supported: string): void {
  const [major = NaN, minor = NaN] = offered.split('.').map(Number);
  const [ownMajor = NaN, ownMinor = NaN] = supported.split('.').map(Number);
  if (major !== ownMajor || !(minor >= ownMinor)) throw new UnsupportedVersionError(which, offered, supported);
}
