using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;

namespace EasConnector.InProcess
{
    /// <summary>
    /// A pipeline that runs. What it gives is written on its own thread, where it gives it: properties that are scripts
    /// only work there.
    /// </summary>
    internal sealed class PipelineRun
    {
        // Abandoned comes after PSInvocationState's last.
        private const byte Abandoned = 100;

        private readonly PowerShell shell = PowerShell.Create();
        private readonly PSDataCollection<PSObject> output = new PSDataCollection<PSObject>();
        private readonly BatchQueue queue = new BatchQueue();
        private readonly ByteWriter scratch = new ByteWriter();
        private readonly object writing = new object();
        private readonly ValueWriter values;
        private readonly ManualResetEvent over = new ManualResetEvent(false);
        private readonly ManualResetEvent abandoned = new ManualResetEvent(false);
        private Exception fault;

        private PipelineRun(ValueWriter values)
        {
            this.values = values;
        }

        public bool HasEnded
        {
            get { return over.WaitOne(0); }
        }

        /// <summary>Begins what the request describes: one cmdlet or one constant script, its arguments, what is wanted.</summary>
        public static PipelineRun Begin(Runspace runspace, ByteReader request)
        {
            bool isScript = request.Byte() == 1;
            string text = request.Text();
            int count = request.Count();
            object[] arguments = new object[count];
            string[] names = new string[count];
            for (int i = 0; i < count; i++)
            {
                names[i] = request.Text();
                arguments[i] = ValueReader.Read(request);
            }
            string[] wanted = request.Byte() == 1 ? request.Texts() : null;
            PipelineRun run = new PipelineRun(new ValueWriter(wanted, request.Count()));
            PowerShell shell = run.shell;
            shell.Runspace = runspace;
            // A script shares the runspace's scope, so that the functions and modules which it loads stay.
            if (isScript) shell.AddScript(text, false);
            else
            {
                // A script may have left Stop behind, and then only the first error of a command would be seen.
                runspace.SessionStateProxy.SetVariable("ErrorActionPreference", ActionPreference.Continue);
                shell.AddCommand(text);
            }
            for (int i = 0; i < count; i++) shell.AddParameter(names[i], arguments[i]);
            run.Begin();
            return run;
        }

        public Task<object> Next()
        {
            return queue.Next();
        }

        /// <summary>
        /// Stops the pipeline and waits until it has ended, or has been abandoned. What it still gives is dropped.
        /// </summary>
        public void Stop()
        {
            queue.Drain();
            if (!HasEnded)
            {
                // PowerShell's own Stop waits for the pipeline, however long; nobody could call that off.
                Background.RunLong(shell.Stop);
            }
            WaitHandle.WaitAny(new WaitHandle[] { over, abandoned });
        }

        /// <summary>Waits until the pipeline has ended, however long that takes.</summary>
        public void WaitForEnd()
        {
            over.WaitOne();
        }

        /// <summary>Gives the pipeline up although it runs: nobody waits for it any more.</summary>
        public void Abandon()
        {
            queue.Drain();
            ByteWriter record = new ByteWriter();
            record.Byte((byte)RecordKind.End);
            record.Byte(Abandoned);
            record.Bool(false);
            queue.End(record);
            abandoned.Set();
        }

        private void Begin()
        {
            output.DataAdded += delegate(object sender, DataAddedEventArgs added) { Give(added.Index); };
            shell.Streams.Error.DataAdded += delegate(object sender, DataAddedEventArgs added)
            {
                Add(RecordKind.Error, ErrorWriter.Write, Take(shell.Streams.Error, added.Index));
            };
            shell.Streams.Warning.DataAdded += delegate(object sender, DataAddedEventArgs added)
            {
                Add(RecordKind.Warning, WriteWarning, Take(shell.Streams.Warning, added.Index));
            };
            Discard(shell.Streams.Progress);
            Discard(shell.Streams.Verbose);
            Discard(shell.Streams.Debug);
            Discard(shell.Streams.Information);
            shell.InvocationStateChanged += delegate(object sender, PSInvocationStateChangedEventArgs changed)
            {
                PSInvocationState state = changed.InvocationStateInfo.State;
                if (state == PSInvocationState.Completed || state == PSInvocationState.Failed || state == PSInvocationState.Stopped)
                {
                    End(state, changed.InvocationStateInfo.Reason);
                }
            };
            shell.BeginInvoke<PSObject, PSObject>(null, output);
        }

        private void Give(int index)
        {
            PSObject value = Take(output, index);
            if (fault != null) return;
            try
            {
                lock (writing)
                {
                    scratch.Clear();
                    scratch.Byte((byte)RecordKind.Output);
                    values.Output(scratch, value);
                    queue.Add(scratch);
                }
            }
            catch (PipelineStoppedException)
            {
                throw;
            }
            catch (Exception error)
            {
                // The list would have a hole: it ends here.
                fault = error;
                throw;
            }
        }

        private void Add<T>(RecordKind kind, Action<ByteWriter, T> write, T value)
        {
            ByteWriter record = new ByteWriter();
            record.Byte((byte)kind);
            write(record, value);
            queue.Add(record);
        }

        private static void WriteWarning(ByteWriter writer, WarningRecord warning)
        {
            writer.Text(warning.Message);
        }

        private void End(PSInvocationState state, Exception reason)
        {
            ByteWriter record = new ByteWriter();
            record.Byte((byte)RecordKind.End);
            record.Byte((byte)(fault != null ? PSInvocationState.Failed : state));
            Exception cause = fault ?? reason;
            record.Bool(cause != null);
            if (cause != null) ErrorWriter.Write(record, ErrorWriter.RecordOf(cause));
            over.Set();
            queue.End(record);
            Background.RunShort(delegate
            {
                shell.Dispose();
                queue.Dispose();
            });
        }

        private static T Take<T>(PSDataCollection<T> stream, int index)
        {
            T item = stream[index];
            stream.RemoveAt(index);
            return item;
        }

        private static void Discard<T>(PSDataCollection<T> stream)
        {
            stream.DataAdded += delegate { stream.Clear(); };
        }
    }
}
