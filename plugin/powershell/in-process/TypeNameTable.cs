using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace EasConnector.InProcess
{
    /// <summary>Lists of type names. Each is sent once for a pipeline, and then by its number.</summary>
    internal sealed class TypeNameTable
    {
        private readonly Dictionary<string, int> lists = new Dictionary<string, int>(StringComparer.Ordinal);
        // The list that the last object of a .NET type had: mostly the next one has the same.
        private readonly Dictionary<Type, KeyValuePair<string[], int>> last =
            new Dictionary<Type, KeyValuePair<string[], int>>();

        public void Write(ByteWriter writer, PSObject value)
        {
            Write(writer, value.TypeNames, value.BaseObject.GetType());
        }

        /// <summary>A value that has no names but those of its type.</summary>
        public void Write(ByteWriter writer, object value, Type type)
        {
            KeyValuePair<string[], int> known;
            if (last.TryGetValue(type, out known)) writer.Count(known.Value);
            else Write(writer, PSObject.AsPSObject(value).TypeNames, type);
        }

        private void Write(ByteWriter writer, IList<string> names, Type type)
        {
            KeyValuePair<string[], int> known;
            if (last.TryGetValue(type, out known) && AreEqual(known.Key, names))
            {
                writer.Count(known.Value);
                return;
            }
            string[] list = new string[names.Count];
            names.CopyTo(list, 0);
            string key = string.Join("\0", list);
            int index;
            bool isNew = !lists.TryGetValue(key, out index);
            if (isNew) lists.Add(key, index = lists.Count);
            last[type] = new KeyValuePair<string[], int>(list, index);
            writer.Count(index);
            if (!isNew) return;
            writer.Count(list.Length);
            foreach (string name in list) writer.Text(name);
        }

        private static bool AreEqual(string[] one, IList<string> other)
        {
            if (one.Length != other.Count) return false;
            for (int i = 0; i < one.Length; i++)
            {
                if (!string.Equals(one[i], other[i], StringComparison.Ordinal)) return false;
            }
            return true;
        }
    }
}
