"""What a host holds of one connection's inventory, by the rules of docs/inventory.md ("For authors of hosts").

Two files of results: `held.pb` is the last complete inventory, in the form of a full one; `aside.pb` has what has come
of an inventory that is not complete. A host of yours has a database in place of the first, and no lists in memory.
"""
import os
import pathlib
import uuid

from easconnector.v1.result_pb2 import ManageResult
from framing import frame, read_frames

ORGANIZATION = ("organization_settings", "device_access_rules", "device_classes", "policies")
TIMES = ("last_success_sync", "last_sync_attempt_time", "read_at")
OBJECTS_PER_RESULT = 500


class HostInventory:
    def __init__(self, folder: pathlib.Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.held_file, self.aside_file = folder / "held.pb", folder / "aside.pb"
        self.held, self.aside = read_results(self.held_file), read_results(self.aside_file)
        if self.aside and self.aside[-1].summary.is_complete:
            self.complete()  # The host died before it had done that, or after.

    @property
    def state_id(self) -> str:
        return self.held[-1].summary.state_id if self.held else ""

    def tell(self, settings) -> None:
        """Says in the settings what is held, so that the connector sends what is missing, and no more."""
        settings.host_state_id = self.state_id
        settings.host_stored.SetInParent()  # There even if it is empty: nothing is kept aside then.
        if self.aside:
            settings.host_stored.run_id = self.begun().start.run_id
            settings.host_stored.sequence = self.aside[-1].sequence

    def take(self, payload: bytes) -> None:
        """Stores a result. One that does not fit what is held is an error, and must not be acknowledged."""
        result = ManageResult.FromString(payload)
        if result.HasField("start"):
            self.begin(result.start)
        elif not self.aside:
            return  # A run that could not begin has a summary and nothing else.
        self.aside.append(result)
        with open(self.aside_file, "ab") as file:
            write_safely(file, frame(payload))
        if result.summary.is_complete:
            self.complete()

    def begin(self, start) -> None:
        if start.is_resumed:
            if not self.aside or self.begun().start.run_id != start.resumes_run_id:
                raise ValueError(f"run {start.resumes_run_id}, which is gone on with, is not stored")
        elif not start.is_full and start.base_state_id != self.state_id:
            raise ValueError(f"state {start.base_state_id}, which has changed, is not held")
        else:
            self.drop_aside()

    def begun(self):
        """The result with which the last run of the inventory that is kept aside began."""
        return next(result for result in reversed(self.aside) if result.HasField("start"))

    def complete(self) -> None:
        """Applies all that is aside, in one go: a crash leaves the old inventory or the new one."""
        if self.state_id != self.aside[-1].summary.state_id:
            self.held = self.applied()
            scratch = self.held_file.with_suffix(".new")
            with open(scratch, "wb") as file:
                write_safely(file, b"".join(frame(result.SerializeToString()) for result in self.held))
            os.replace(scratch, self.held_file)
        self.drop_aside()

    def drop_aside(self) -> None:
        self.aside = []
        self.aside_file.write_bytes(b"")

    def applied(self) -> list:
        before = by_guid(partnership for result in self.held for partnership in result.partnerships)
        is_full = self.aside[0].start.is_full
        partnerships = {} if is_full else dict(before)
        mailboxes = {} if is_full else by_guid(mailbox for result in self.held for mailbox in result.mailboxes)
        for result in self.aside:
            partnerships.update((guid, before[guid]) for guid in result.held_partnership_guids if guid in before)
            partnerships.update(by_guid(result.partnerships))
            partnerships.update(by_guid(change.partnership for change in result.changes))
            mailboxes.update(by_guid(result.mailboxes))
            for guid in result.gone_partnership_guids:
                partnerships.pop(guid, None)
            for guid in result.gone_mailbox_guids:
                mailboxes.pop(guid, None)
            apply_sync_times(result.sync_times, partnerships)
        return in_results(self.begun(), partnerships, mailboxes, self.aside)


def apply_sync_times(times, partnerships: dict) -> None:
    for place in range(len(times.guids) // 16):
        statistics = partnerships[str(uuid.UUID(bytes=times.guids[16 * place : 16 * place + 16]))].statistics
        for name in TIMES:
            statistics.ClearField(name)  # 0 means that there is none.
            if seconds := getattr(times, name)[place]:
                getattr(statistics, name).FromSeconds(seconds)
        statistics.ClearField("is_online")
        if times.last_sync_attempt_time[place]:
            statistics.is_online = times.is_online[place]


def in_results(begun, partnerships: dict, mailboxes: dict, aside: list) -> list:
    """An inventory in the form of a full one. What the organization is like is what the last run has told."""
    first = ManageResult(start=begun.start)
    first.start.is_full = True
    for name in ("base_state_id", "is_resumed", "resumes_run_id"):
        first.start.ClearField(name)
    first.MergeFrom(ManageResult(**{name: getattr(begun, name) for name in ORGANIZATION}))
    results = [first]
    for name, objects in (("mailboxes", [*mailboxes.values()]), ("partnerships", [*partnerships.values()])):
        for at in range(0, len(objects), OBJECTS_PER_RESULT):
            results.append(ManageResult(**{name: objects[at : at + OBJECTS_PER_RESULT]}))
    findings = [finding for result in aside for finding in result.findings]
    results.append(ManageResult(findings=findings, summary=aside[-1].summary))
    for number, result in enumerate(results, start=1):
        result.sequence = number
    return results


def by_guid(objects) -> dict:
    return {one.guid: one for one in objects}


def read_results(path: pathlib.Path) -> list:
    """The results in a file. What was being written when the host died is none, and is cut off."""
    with open(path, "a+b") as file:
        file.seek(0)
        payloads = [*read_frames(file)]
        file.truncate(sum(len(frame(payload)) for payload in payloads))
    return [ManageResult.FromString(payload) for payload in payloads]


def write_safely(file, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())
