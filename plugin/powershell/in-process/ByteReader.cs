using System;

namespace EasConnector.InProcess
{
    /// <summary>Reads what ByteWriter, or its counterpart in Node, has written.</summary>
    internal sealed class ByteReader
    {
        private readonly byte[] bytes;
        private int at;

        public ByteReader(byte[] bytes)
        {
            this.bytes = bytes;
        }

        public byte Byte()
        {
            return bytes[at++];
        }

        public int Count()
        {
            uint value = 0;
            int shift = 0;
            byte part;
            do
            {
                part = bytes[at++];
                value |= (uint)(part & 0x7f) << shift;
                shift += 7;
            } while (part > 0x7f);
            return checked((int)value);
        }

        public int Int32()
        {
            int value = BitConverter.ToInt32(bytes, at);
            at += 4;
            return value;
        }

        public long Int64()
        {
            long value = BitConverter.ToInt64(bytes, at);
            at += 8;
            return value;
        }

        public double Double()
        {
            return BitConverter.Int64BitsToDouble(Int64());
        }

        public byte[] Bytes()
        {
            byte[] value = new byte[Count()];
            Buffer.BlockCopy(bytes, at, value, 0, value.Length);
            at += value.Length;
            return value;
        }

        public string Text()
        {
            bool wide = Byte() == 1;
            char[] units = new char[Count()];
            for (int i = 0; i < units.Length; i++)
            {
                units[i] = (char)(wide ? bytes[at] | bytes[at + 1] << 8 : bytes[at]);
                at += wide ? 2 : 1;
            }
            string text = new string(units);
            Array.Clear(units, 0, units.Length);
            return text;
        }

        public string[] Texts()
        {
            string[] texts = new string[Count()];
            for (int i = 0; i < texts.Length; i++) texts[i] = Text();
            return texts;
        }
    }
}
