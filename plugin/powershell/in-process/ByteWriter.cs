using System;

namespace EasConnector.InProcess
{
    /// <summary>Bytes that are being written, in a buffer that grows up to a limit.</summary>
    internal sealed class ByteWriter
    {
        /// <summary>The most that one object, and so one batch, may take.</summary>
        public const int MaxBytes = 64 * 1024 * 1024;

        private const byte Ascii = 0;
        private const byte Utf16 = 1;

        private byte[] bytes = new byte[4096];

        public int Length { get; private set; }

        public void Clear()
        {
            Length = 0;
            // A large object must not stay in memory for the rest of the list.
            if (bytes.Length > 1024 * 1024) bytes = new byte[4096];
        }

        public byte[] ToArray()
        {
            byte[] copy = new byte[Length];
            Buffer.BlockCopy(bytes, 0, copy, 0, Length);
            return copy;
        }

        public void Append(ByteWriter other)
        {
            Reserve(other.Length);
            Buffer.BlockCopy(other.bytes, 0, bytes, Length, other.Length);
            Length += other.Length;
        }

        public void Byte(byte value)
        {
            Reserve(1);
            bytes[Length++] = value;
        }

        public void Bool(bool value)
        {
            Byte(value ? (byte)1 : (byte)0);
        }

        public void Count(int value)
        {
            Reserve(5);
            uint rest = (uint)value;
            while (rest > 0x7f)
            {
                bytes[Length++] = (byte)(rest | 0x80);
                rest >>= 7;
            }
            bytes[Length++] = (byte)rest;
        }

        public void Int32(int value)
        {
            Reserve(4);
            bytes[Length++] = (byte)value;
            bytes[Length++] = (byte)(value >> 8);
            bytes[Length++] = (byte)(value >> 16);
            bytes[Length++] = (byte)(value >> 24);
        }

        public void Int64(long value)
        {
            Int32((int)value);
            Int32((int)(value >> 32));
        }

        public void Double(double value)
        {
            Int64(BitConverter.DoubleToInt64Bits(value));
        }

        public void Bytes(byte[] value)
        {
            Count(value.Length);
            Reserve(value.Length);
            Buffer.BlockCopy(value, 0, bytes, Length, value.Length);
            Length += value.Length;
        }

        /// <summary>A text, null as an empty one. UTF-16 keeps what UTF-8 cannot: half a surrogate pair.</summary>
        public void Text(string value)
        {
            if (value == null) value = "";
            int start = Length;
            Byte(Ascii);
            Count(value.Length);
            Reserve(value.Length);
            byte[] target = bytes;
            int at = Length;
            foreach (char unit in value)
            {
                if (unit > 0x7f)
                {
                    Length = start;
                    Utf16Text(value);
                    return;
                }
                target[at++] = (byte)unit;
            }
            Length = at;
        }

        private void Utf16Text(string value)
        {
            Byte(Utf16);
            Count(value.Length);
            Reserve(value.Length * 2L);
            foreach (char unit in value)
            {
                bytes[Length++] = (byte)unit;
                bytes[Length++] = (byte)(unit >> 8);
            }
        }

        private void Reserve(long count)
        {
            long needed = Length + count;
            if (needed <= bytes.Length) return;
            if (needed > MaxBytes)
            {
                throw new InvalidOperationException("An object takes more than " + MaxBytes / (1024 * 1024) + " MB.");
            }
            Array.Resize(ref bytes, (int)Math.Min(Math.Max(needed, bytes.Length * 2L), MaxBytes));
        }
    }
}
