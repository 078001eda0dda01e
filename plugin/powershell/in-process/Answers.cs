using System;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace EasConnector.InProcess
{
    /// <summary>What a request asks for.</summary>
    public enum Operation : byte
    {
        Locate = 1,
        Open = 2,
        Invoke = 3,
        Next = 4,
        Stop = 5,
        Close = 6,
        Abandon = 7,
    }

    /// <summary>Answers to requests.</summary>
    internal static class Answers
    {
        /// <summary>Of the messages. It changes whenever they do, and bridge.ts with it.</summary>
        public const string Version = "1";

        private const byte Good = 0;
        private const byte Bad = 1;

        public static byte[] Ok()
        {
            return new byte[] { Good };
        }

        /// <summary>An answer of texts.</summary>
        public static byte[] Ok(params string[] texts)
        {
            ByteWriter writer = new ByteWriter();
            writer.Byte(Good);
            foreach (string text in texts) writer.Text(text);
            return writer.ToArray();
        }

        /// <summary>A writer whose first byte says that all is well.</summary>
        public static void Begin(ByteWriter writer)
        {
            writer.Byte(Good);
        }

        public static byte[] Error(Exception error)
        {
            while ((error is TargetInvocationException || error is AggregateException) && error.InnerException != null)
            {
                error = error.InnerException;
            }
            ByteWriter writer = new ByteWriter();
            writer.Byte(Bad);
            writer.Text(error.GetType().FullName);
            writer.Text(error.Message);
            return writer.ToArray();
        }

        public static Task<object> Now(byte[] answer)
        {
            TaskCompletionSource<object> source = new TaskCompletionSource<object>();
            source.SetResult(answer);
            return source.Task;
        }

        /// <summary>
        /// Does the work on another thread, so that Node's own goes on. On one of its own: the work waits for PowerShell, which
        /// itself needs threads of the pool.
        /// </summary>
        public static Task<object> Later(Func<byte[]> work)
        {
            return Task.Factory.StartNew<object>(
                delegate
                {
                    try
                    {
                        return work();
                    }
                    catch (Exception error)
                    {
                        return Error(error);
                    }
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
    }
}
