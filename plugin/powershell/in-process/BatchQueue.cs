using System;
using System.Threading;
using System.Threading.Tasks;

namespace EasConnector.InProcess
{
    /// <summary>
    /// What a running pipeline has given and Node has not yet taken. Node takes a batch at a time. While a full batch
    /// waits, the pipeline waits, so memory stays flat however long the list is.
    /// </summary>
    internal sealed class BatchQueue : IDisposable
    {
        private const int FullItems = 512;
        private const int FullBytes = 256 * 1024;
        // A batch that has begun is handed out when it has this much, or after this long.
        private const int EnoughItems = 64;
        private const int EnoughBytes = 32 * 1024;
        private const int MaxDelayMs = 4;

        private readonly object gate = new object();
        private readonly Timer timer;
        private ByteWriter batch = new ByteWriter();
        private int items;
        private bool ended;
        private bool draining;
        private TaskCompletionSource<object> waiting;

        public BatchQueue()
        {
            timer = new Timer(delegate { HandOut(true); });
            Answers.Begin(batch);
        }

        /// <summary>Adds a record. Waits while a full batch has not been taken.</summary>
        public void Add(ByteWriter record)
        {
            bool enough;
            lock (gate)
            {
                while (!draining && !ended && (items >= FullItems || batch.Length >= FullBytes)) Monitor.Wait(gate);
                if (draining || ended) return;
                Append(record);
                enough = Enough();
                if (!enough && items == 1 && waiting != null) timer.Change(MaxDelayMs, Timeout.Infinite);
            }
            if (enough) HandOut(false);
        }

        /// <summary>Adds the last record, whatever is waiting.</summary>
        public void End(ByteWriter record)
        {
            lock (gate)
            {
                if (ended) return;
                Append(record);
                ended = true;
                Monitor.PulseAll(gate);
            }
            HandOut(true);
        }

        /// <summary>From now on nothing is kept and nobody has to wait: the pipeline is being stopped.</summary>
        public void Drain()
        {
            lock (gate)
            {
                draining = true;
                Monitor.PulseAll(gate);
            }
        }

        /// <summary>The next batch, once there is one.</summary>
        public Task<object> Next()
        {
            TaskCompletionSource<object> source = new TaskCompletionSource<object>();
            lock (gate)
            {
                if (waiting != null) throw new InvalidOperationException("A batch is being waited for already.");
                if (ended && items == 0) throw new InvalidOperationException("The pipeline has ended.");
                waiting = source;
                if (items > 0 && !ended && !Enough()) timer.Change(MaxDelayMs, Timeout.Infinite);
            }
            HandOut(false);
            return source.Task;
        }

        public void Dispose()
        {
            timer.Dispose();
        }

        private bool Enough()
        {
            return items >= EnoughItems || batch.Length >= EnoughBytes;
        }

        private void Append(ByteWriter record)
        {
            batch.Append(record);
            items++;
        }

        private void HandOut(bool evenIfLittle)
        {
            TaskCompletionSource<object> source;
            byte[] taken;
            lock (gate)
            {
                if (waiting == null || items == 0 || !(evenIfLittle || ended || Enough())) return;
                source = waiting;
                waiting = null;
                taken = batch.ToArray();
                batch.Clear();
                Answers.Begin(batch);
                items = 0;
                Monitor.PulseAll(gate);
            }
            source.SetResult(taken);
        }
    }
}
