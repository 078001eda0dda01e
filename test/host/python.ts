import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of the .proto files. */
const PROTO_FOLDER = join(__dirname, '..', '..', 'protocol');

/** A Python that has python3-protobuf, if there is one here, and protoc beside it. */
export function findPython(): string | undefined {
  if (spawnSync('protoc', ['--version']).status !== 0) return undefined;
  const candidates = [process.env['EAS_PYTHON'], 'python3', '/usr/bin/python3', 'python'];
  return candidates.find(
    (candidate) => candidate && spawnSync(candidate, ['-c', 'from google.protobuf import json_format']).status === 0,
  );
}

/** Google's own messages as a descriptor set; protoc is often installed without their .proto files. */
const WELL_KNOWN = `
import sys
from google.protobuf import descriptor_pb2, duration_pb2, timestamp_pb2
known = descriptor_pb2.FileDescriptorSet()
for module in (duration_pb2, timestamp_pb2):
    known.file.add().ParseFromString(module.DESCRIPTOR.serialized_pb)
open(sys.argv[1], 'wb').write(known.SerializeToString())
`;

/** Generates the Python classes of the messages into a new folder, which it returns. */
export function generatePythonMessages(python: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'eas-python-'));
  const wellKnown = join(folder, 'well-known.binpb');
  run(python, ['-c', WELL_KNOWN, wellKnown]);
  const protos = ['access', 'action', 'connection', 'inventory', 'problem', 'process', 'result', 'settings'];
  const files = protos.map((name) => join(PROTO_FOLDER, 'easconnector/v1', `${name}.proto`));
  run('protoc', ['-I', PROTO_FOLDER, `--descriptor_set_in=${wellKnown}`, `--python_out=${folder}`, ...files]);
  return folder;
}

function run(command: string, args: readonly string[]): void {
  const ran = spawnSync(command, args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
}
