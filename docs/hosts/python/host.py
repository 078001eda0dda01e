#!/usr/bin/env python3
"""A host of the EAS connector: starts it, runs one task, stores the results.

It needs python3-protobuf and protoc. See README.md beside it.
"""
import argparse
import importlib
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import uuid

from google.protobuf import descriptor_pb2, duration_pb2, json_format, timestamp_pb2

from framing import frame, read_frame

PROTOCOL = pathlib.Path(__file__).resolve().parents[3] / "protocol"
EXIT_CODES = {"RUN_OUTCOME_SUCCEEDED": 0, "RUN_OUTCOME_FAILED": 1, "RUN_OUTCOME_PARTIAL": 2, "RUN_OUTCOME_CANCELLED": 3}


def generate_messages(protocol: pathlib.Path, folder: str) -> None:
    """Makes the Python classes of the messages. A host of yours does this once, when it is built."""
    known = descriptor_pb2.FileDescriptorSet()  # protoc is often installed without Google's own .proto files
    for module in (duration_pb2, timestamp_pb2):
        known.file.add().ParseFromString(module.DESCRIPTOR.serialized_pb)
    well_known = pathlib.Path(folder, "well-known.binpb")
    well_known.write_bytes(known.SerializeToString())
    protos = sorted(str(path) for path in (protocol / "easconnector/v1").glob("*.proto"))
    options = ["-I", str(protocol), f"--descriptor_set_in={well_known}", f"--python_out={folder}"]
    subprocess.run(["protoc", *options, *protos], check=True)
    sys.path.insert(0, folder)


def converse(child, task: str, settings: bytes, data_dir: str, log_dir: str, store) -> "object | None":
    """Has the whole conversation; returns the Completed, or None if the plugin broke off."""
    process = importlib.import_module("easconnector.v1.process_pb2")
    level_name = importlib.import_module("easconnector.v1.settings_pb2").LogLevel.Name

    def send(**kind) -> None:
        try:
            child.stdin.write(frame(process.HostMessage(**kind).SerializeToString()))
            child.stdin.flush()
        except BrokenPipeError:
            pass  # The plugin has ended, and its last words are still to be read.

    def cancel(*_) -> None:
        send(cancel=process.Cancel(reason="interrupted by the user"))

    signal.signal(signal.SIGINT, cancel)
    signal.signal(signal.SIGTERM, cancel)
    send(hello=process.Hello(contract_version="1.0", name="python-host", version="1.0"))
    run = {"task": task, "run_id": uuid.uuid4().hex, "settings": settings, "data_dir": data_dir, "log_dir": log_dir}
    send(run=process.Run(**run))
    while (payload := read_frame(child.stdout)) is not None:
        message = process.PluginMessage.FromString(payload)
        kind = message.WhichOneof("kind")
        if kind == "hello" and message.hello.contract_version.split(".")[0] != "1":
            raise ValueError(f"the plugin follows contract {message.hello.contract_version}")
        if kind == "log":
            fields = "".join(f" {name}={value}" for name, value in sorted(message.log.fields.items()))
            level = level_name(message.log.level).removeprefix("LOG_LEVEL_")
            print(f"{message.log.at.ToJsonString()} {level:5} {message.log.message}{fields}", file=sys.stderr)
        elif kind == "progress":
            print(f"{message.progress.phase}: {message.progress.done} of {message.progress.total}", file=sys.stderr)
        elif kind == "result":
            # Stored first, acknowledged then: what is acknowledged is never sent again.
            store(message.result.payload)
            send(ack=process.Ack(sequence=message.result.sequence))
        elif kind == "completed":
            return message.completed
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs a task of the EAS connector.")
    parser.add_argument("task", choices=["EASConnectorManage", "EASConnectorSecurity"])
    parser.add_argument("--settings", required=True, help="the settings, as JSON")
    parser.add_argument("--out", required=True, help="where the results of this run go, each with its length before it")
    parser.add_argument("--data-dir", default="client-data", help="where the connector keeps its state")
    parser.add_argument("--log-dir", help="the task's log folder (default: below the data folder)")
    parser.add_argument("--command", default="eas-connector serve", help="how the connector is started")
    parser.add_argument("--protocol", type=pathlib.Path, default=PROTOCOL, help="the folder of the .proto files")
    args = parser.parse_args()
    data_dir = os.path.abspath(args.data_dir)
    log_dir = os.path.abspath(args.log_dir or os.path.join(data_dir, "Client/Tasks/Inv", args.task))
    with tempfile.TemporaryDirectory() as folder, open(args.out, "wb") as out:
        generate_messages(args.protocol, folder)
        name = "ManageSettings" if args.task == "EASConnectorManage" else "SecuritySettings"
        settings = getattr(importlib.import_module("easconnector.v1.settings_pb2"), name)()
        json_format.Parse(pathlib.Path(args.settings).read_text(encoding="utf-8"), settings, ignore_unknown_fields=True)
        inventory = None
        if args.task == "EASConnectorManage":
            held = pathlib.Path(data_dir, "Client/Inventory", settings.connection.id)
            inventory = importlib.import_module("inventory").HostInventory(held)
            inventory.tell(settings.inventory)

        def store(payload: bytes) -> None:
            if inventory:
                inventory.take(payload)
            out.write(frame(payload))
            out.flush()
            os.fsync(out.fileno())

        command = shlex.split(args.command)
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=-1) as child:
            completed = converse(child, args.task, settings.SerializeToString(), data_dir, log_dir, store)
            child.stdin.close()
        if completed is None:
            print(f"the connector broke off (exit code {child.returncode})", file=sys.stderr)
            return 1
        print(json_format.MessageToJson(completed))
        outcome = type(completed).DESCRIPTOR.fields_by_name["outcome"].enum_type.values_by_number[completed.outcome].name
        return EXIT_CODES.get(outcome, 1)


if __name__ == "__main__":
    sys.exit(main())
