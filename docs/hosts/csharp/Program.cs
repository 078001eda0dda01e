// A host in C#: starts "eas-connector serve", runs one task, stores the results, shows log records and progress on stderr.
// It holds no inventory from run to run, and says so; what a host does that holds one is in ../python/inventory.py.
//   dotnet run -- TASK SETTINGS.json OUTPUT.pb DATA_FOLDER node dist/cli/main.js serve
using System.Diagnostics;
using Easconnector.V1;
using Google.Protobuf;

if (args.Length < 5)
{
    Console.Error.WriteLine("Usage: TASK SETTINGS.json OUTPUT.pb DATA_FOLDER PROGRAM [ARGUMENT...]");
    return 64;
}
var (task, settingsFile, outputFile, dataFolder) = (args[0], args[1], args[2], args[3]);

// The JSON form of the settings is protobuf's own: every library reads it.
IMessage settings = task == "EASConnectorManage"
    ? JsonParser.Default.Parse<ManageSettings>(File.ReadAllText(settingsFile))
    : JsonParser.Default.Parse<SecuritySettings>(File.ReadAllText(settingsFile));
if (settings is ManageSettings manage)
{
    manage.Inventory ??= new InventorySettings();
    (manage.Inventory.HostStateId, manage.Inventory.HostStored) = ("", new StoredResults());
}

// The same data folder in every run of both tasks: the connector finds there what it has done already.
var dataDir = Path.GetFullPath(Path.Combine(dataFolder, "Client", "Data", "eas-connector"));
var logDir = Path.GetFullPath(Path.Combine(dataFolder, "Client", "Tasks", "Inv", task));
Directory.CreateDirectory(dataDir);
Directory.CreateDirectory(logDir);

var start = new ProcessStartInfo(args[4]) { RedirectStandardInput = true, RedirectStandardOutput = true };
foreach (var argument in args[5..]) start.ArgumentList.Add(argument);
using var plugin = Process.Start(start) ?? throw new InvalidOperationException("The connector did not start.");
var input = plugin.StandardInput.BaseStream;
var output = plugin.StandardOutput.BaseStream;

void Send(HostMessage message)
{
    message.WriteDelimitedTo(input);
    input.Flush();
}

Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    Send(new HostMessage { Cancel = new Cancel { Reason = "Ctrl+C" } });
};

Send(new HostMessage { Hello = new Hello { ContractVersion = "1.0", Name = "csharp-host", Version = "1.0" } });
Send(new HostMessage
{
    Run = new Run
    {
        Task = task,
        RunId = Guid.NewGuid().ToString(),
        Settings = settings.ToByteString(),
        DataDir = dataDir,
        LogDir = logDir,
    },
});

using var results = File.Create(outputFile);
try
{
    while (true)
    {
        var message = PluginMessage.Parser.ParseDelimitedFrom(output);
        switch (message.KindCase)
        {
            case PluginMessage.KindOneofCase.Log:
                Console.Error.WriteLine($"{message.Log.Level,-5} {message.Log.Message}");
                break;
            case PluginMessage.KindOneofCase.Progress:
                Console.Error.WriteLine($"{message.Progress.Phase} {message.Progress.Done}/{message.Progress.Total}");
                break;
            case PluginMessage.KindOneofCase.Result:
                // Store first, then acknowledge: what is acknowledged is never sent again.
                var payload = message.Result.Payload;
                var frame = new CodedOutputStream(results, leaveOpen: true);
                frame.WriteBytes(payload);
                frame.Flush();
                results.Flush(flushToDisk: true);
                Send(new HostMessage { Ack = new Ack { Sequence = message.Result.Sequence } });
                break;
            case PluginMessage.KindOneofCase.Completed:
                Console.WriteLine(JsonFormatter.Default.Format(message.Completed));
                plugin.WaitForExit(TimeSpan.FromSeconds(30));
                return message.Completed.Outcome switch
                {
                    RunOutcome.Succeeded => 0,
                    RunOutcome.Partial => 2,
                    RunOutcome.Cancelled => 3,
                    _ => 1,
                };
        }
    }
}
catch (InvalidProtocolBufferException)
{
    // Its output ended in the middle: the run broke off. Run it again; the connector knows what it has sent to Exchange.
    Console.Error.WriteLine("The connector ended before its run was over.");
    return 1;
}
