using System;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Xml;

namespace EasConnector.InProcess
{
    /// <summary>Reads the values that Node sends: arguments of cmdlets and of opening scripts.</summary>
    internal static class ValueReader
    {
        public static object Read(ByteReader reader)
        {
            Tag tag = (Tag)reader.Byte();
            switch (tag)
            {
                case Tag.Null:
                    return null;
                case Tag.False:
                    return false;
                case Tag.True:
                    return true;
                case Tag.Int32:
                    return reader.Int32();
                case Tag.Int64:
                    return reader.Int64();
                case Tag.UInt64:
                    return unchecked((ulong)reader.Int64());
                case Tag.Double:
                    return reader.Double();
                case Tag.Text:
                    return reader.Text();
                case Tag.DateTime:
                    return Time(reader);
                case Tag.TimeSpan:
                    return new TimeSpan(Ticks(reader));
                case Tag.Guid:
                    return new Guid(reader.Text());
                case Tag.Bytes:
                    return reader.Bytes();
                default:
                    return Composite(reader, tag);
            }
        }

        private static object Composite(ByteReader reader, Tag tag)
        {
            switch (tag)
            {
                case Tag.Primitive:
                    return Primitive(reader.Text(), reader.Text());
                case Tag.List:
                    return List(reader);
                case Tag.Dictionary:
                    return Dictionary(reader);
                case Tag.Object:
                    return Object(reader);
                case Tag.SecureText:
                    return Secure(reader);
                case Tag.Credential:
                    return new PSCredential(reader.Text(), Secure(reader));
                default:
                    throw new InvalidOperationException("There is no value with the tag " + tag + ".");
            }
        }

        private static DateTime Time(ByteReader reader)
        {
            long ticks = Ticks(reader) + ValueWriter.Epoch;
            switch ((DateTimeKind)reader.Byte())
            {
                case DateTimeKind.Utc:
                    return new DateTime(ticks, DateTimeKind.Utc);
                case DateTimeKind.Local:
                    // The sender's zone may be another: the moment counts.
                    return new DateTime(ticks, DateTimeKind.Utc).ToLocalTime();
                default:
                    return new DateTime(ticks, DateTimeKind.Unspecified);
            }
        }

        private static long Ticks(ByteReader reader)
        {
            return checked((long)reader.Double() * TimeSpan.TicksPerSecond + reader.Int32());
        }

        private static object Primitive(string tag, string text)
        {
            CultureInfo culture = CultureInfo.InvariantCulture;
            switch (tag)
            {
                case "D":
                    return decimal.Parse(text, NumberStyles.Number, culture);
                case "C":
                    return char.Parse(text);
                case "URI":
                    return new Uri(text, UriKind.RelativeOrAbsolute);
                case "Version":
                    return new Version(text);
                case "SBK":
                    // A script is never made from data; it arrives as what it says.
                    return text;
                case "XD":
                    return Xml(text);
                case "By":
                    return byte.Parse(text, culture);
                case "SB":
                    return sbyte.Parse(text, culture);
                case "I16":
                    return short.Parse(text, culture);
                case "U16":
                    return ushort.Parse(text, culture);
                case "I32":
                    return int.Parse(text, culture);
                case "U32":
                    return uint.Parse(text, culture);
                case "I64":
                    return long.Parse(text, culture);
                case "U64":
                    return ulong.Parse(text, culture);
                case "Sg":
                    return XmlConvert.ToSingle(text);
                case "Db":
                    return XmlConvert.ToDouble(text);
                default:
                    return text;
            }
        }

        private static XmlDocument Xml(string text)
        {
            XmlReaderSettings settings = new XmlReaderSettings();
            settings.DtdProcessing = DtdProcessing.Prohibit;
            settings.XmlResolver = null;
            XmlDocument document = new XmlDocument();
            document.XmlResolver = null;
            using (XmlReader reader = XmlReader.Create(new System.IO.StringReader(text), settings)) document.Load(reader);
            return document;
        }

        private static object[] List(ByteReader reader)
        {
            object[] list = new object[reader.Count()];
            for (int i = 0; i < list.Length; i++) list[i] = Read(reader);
            return list;
        }

        private static Hashtable Dictionary(ByteReader reader)
        {
            Hashtable table = new Hashtable(StringComparer.OrdinalIgnoreCase);
            for (int left = reader.Count(); left > 0; left--)
            {
                object key = Read(reader);
                table[key] = Read(reader);
            }
            return table;
        }

        private static PSObject Object(ByteReader reader)
        {
            PSObject value = new PSObject();
            for (int left = reader.Count(); left > 0; left--)
            {
                string name = reader.Text();
                value.Properties.Add(new PSNoteProperty(name, Read(reader)));
            }
            return value;
        }

        private static SecureString Secure(ByteReader reader)
        {
            SecureString secure = new SecureString();
            foreach (char unit in reader.Text()) secure.AppendChar(unit);
            secure.MakeReadOnly();
            return secure;
        }
    }
}
