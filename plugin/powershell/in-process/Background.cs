using System;
using System.Threading;

namespace EasConnector.InProcess
{
    /// <summary>
    /// Work that nobody waits for. An exception in it would end the whole process, and PowerShell throws some when a pipeline
    /// ends and is disposed of while it is being stopped.
    /// </summary>
    internal static class Background
    {
        /// <summary>Runs what may take long on a thread of its own.</summary>
        public static void RunLong(Action work)
        {
            Thread thread = new Thread(delegate() { Run(work); });
            thread.IsBackground = true;
            thread.Start();
        }

        /// <summary>Runs what is short on a thread of the pool.</summary>
        public static void RunShort(Action work)
        {
            ThreadPool.QueueUserWorkItem(delegate { Run(work); });
        }

        private static void Run(Action work)
        {
            try
            {
                work();
            }
            catch (Exception)
            {
                // The pipeline or the runspace is gone, which is what was wanted.
            }
        }
    }
}
