"""Talks to a lab through pypsrp, an independent client, and prints what it got as one line of JSON."""

import json
import os
import sys

sys.path[:0] = os.environ["EAS_PYPSRP"].split(os.pathsep)

from pypsrp.powershell import PowerShell, RunspacePool  # noqa: E402
from pypsrp.wsman import WSMan  # noqa: E402

lab = json.loads(sys.argv[1])


def text(value):
    return value if isinstance(value, (bool, int, str, type(None))) else str(value)


def run(pool, *commands):
    pipeline = PowerShell(pool)
    for name, parameters in commands:
        pipeline.add_cmdlet(name).add_parameters(parameters)
    output = pipeline.invoke()
    return {
        "state": pipeline.state,
        "types": output[0].types[:1] if output else [],
        "objects": [
            {name: text(value) for name, value in {**item.adapted_properties, **item.extended_properties}.items()}
            for item in output
        ],
        "errors": [
            {"message": str(error), "id": error.fq_error, "category": error.category, "activity": error.activity}
            for error in pipeline.streams.error
        ],
        "warnings": [str(warning) for warning in pipeline.streams.warning],
    }


wsman = WSMan(
    "127.0.0.1",
    port=lab["port"],
    path="PowerShell/?PSVersion=5.1.17763.771",
    username=lab["username"],
    password=lab["password"],
    auth="basic",
    cert_validation=lab["caFile"],
)
with wsman, RunspacePool(wsman, configuration_name="Microsoft.Exchange") as pool:
    result = {
        "protocol": pool.protocol_version,
        "some": run(pool, ("Get-Mailbox", {"ResultSize": 3})),
        "all": run(pool, ("Get-Mailbox", {"ResultSize": "Unlimited"}), ("Select-Object", {"Property": ["Name", "Guid"]})),
        "change": run(pool, ("Set-CASMailbox", {"Identity": lab["mailbox"], "ActiveSyncAllowedDeviceIDs": {"Add": ["A1"]}})),
        "changed": run(pool, ("Get-CASMailbox", {"Identity": lab["mailbox"]})),
        "missing": run(pool, ("Get-Mailbox", {"Identity": "nobody"})),
        "switch": run(pool, ("Get-CASMailbox", {"Identity": lab["mailbox"], "ActiveSyncDebugLogging": None})),
        "unknown": run(pool, ("Get-Process", {})),
        "available": pool.get_available_runspaces(),
    }
    script = PowerShell(pool)
    script.add_script("Get-Mailbox")
    script.invoke()
    result["script"] = {"state": script.state, "errors": [str(error) for error in script.streams.error]}
print("RESULT:" + json.dumps(result))
