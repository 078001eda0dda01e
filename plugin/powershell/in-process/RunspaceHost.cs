using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;

namespace EasConnector.InProcess
{
    /// <summary>
    /// One runspace, and the pipeline that runs in it. It has no user interface: what asks the user gets an error at once.
    /// </summary>
    internal sealed class RunspaceHost
    {
        private Runspace runspace;
        private PipelineRun run;

        public Task<object> Carry(Operation operation, ByteReader request)
        {
            switch (operation)
            {
                case Operation.Open:
                    return Answers.Later(Open);
                case Operation.Invoke:
                    Invoke(request);
                    return Answers.Now(Answers.Ok());
                case Operation.Next:
                    return Running().Next();
                case Operation.Stop:
                    return Answers.Later(Stop);
                case Operation.Abandon:
                    if (run != null) run.Abandon();
                    return Answers.Now(Answers.Ok());
                case Operation.Close:
                    return Answers.Later(Close);
                default:
                    throw new InvalidOperationException("There is no operation " + operation + ".");
            }
        }

        private byte[] Open()
        {
            if (runspace != null) throw new InvalidOperationException("The runspace is open already.");
            Runspace opened = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
            // One thread for all pipelines: a module's state may belong to a thread.
            opened.ThreadOptions = PSThreadOptions.ReuseThread;
            opened.Open();
            // Nobody sees it, and drawing it costs more than some cmdlets.
            opened.SessionStateProxy.SetVariable("ProgressPreference", ActionPreference.SilentlyContinue);
            runspace = opened;
            object table = opened.SessionStateProxy.GetVariable("PSVersionTable");
            System.Collections.IDictionary versions = (System.Collections.IDictionary)PSObject.AsPSObject(table).BaseObject;
            return Answers.Ok(Convert.ToString(versions["PSVersion"]), Convert.ToString(versions["PSEdition"]));
        }

        private void Invoke(ByteReader request)
        {
            if (runspace == null) throw new InvalidOperationException("The runspace is not open.");
            if (run != null && !run.HasEnded) throw new InvalidOperationException("A pipeline is running already.");
            run = PipelineRun.Begin(runspace, request);
        }

        private byte[] Stop()
        {
            if (run != null) run.Stop();
            return Answers.Ok();
        }

        private byte[] Close()
        {
            if (run != null) run.Stop();
            Runspace closing = runspace;
            runspace = null;
            if (closing == null) return Answers.Ok();
            if (run == null || run.HasEnded)
            {
                closing.Dispose();
                return Answers.Ok();
            }
            // What does not stop would hold up whoever closes it. When it does, the remote sessions in it are closed too.
            PipelineRun deaf = run;
            Background.RunLong(delegate
            {
                deaf.WaitForEnd();
                closing.Dispose();
            });
            return Answers.Ok();
        }

        private PipelineRun Running()
        {
            if (run == null) throw new InvalidOperationException("No pipeline has been begun.");
            return run;
        }
    }
}
