using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Security;
using System.Xml;

namespace EasConnector.InProcess
{
    /// <summary>
    /// Writes values of PowerShell by the rules of its own serializer: primitives whole, containers with their members,
    /// other objects with their properties down to a depth and as text below it. Names are sent once for a pipeline.
    /// </summary>
    internal sealed class ValueWriter
    {
        // As PowerShell's own limit of objects within each other.
        private const int MaxNesting = 50;
        /// <summary>1970-01-01 in ticks.</summary>
        public const long Epoch = 621355968000000000;

        private const byte HasText = 1;
        private const byte HasValue = 2;

        private readonly Dictionary<string, int> names = new Dictionary<string, int>(StringComparer.Ordinal);
        private readonly TypeNameTable types = new TypeNameTable();
        private readonly List<object> ancestors = new List<object>();
        private readonly string[] wanted;
        private readonly int depth;

        /// <param name="wanted">the properties that are wanted of the output; null for all</param>
        /// <param name="depth">how deep objects are written as objects; the serializer's default is 1</param>
        public ValueWriter(string[] wanted, int depth)
        {
            this.wanted = wanted;
            this.depth = depth;
        }

        /// <summary>Writes an object that the pipeline gave.</summary>
        public void Output(ByteWriter writer, PSObject value)
        {
            ancestors.Clear();
            if (wanted != null && value != null && !IsScalar(value.BaseObject)) Selected(writer, value);
            else Value(writer, value, depth);
        }

        private static bool IsScalar(object value)
        {
            Type type = value.GetType();
            return Type.GetTypeCode(type) != TypeCode.Object || value is Guid || value is TimeSpan || value is byte[];
        }

        // As Select-Object: the properties in the order asked for, null where the object has none or cannot tell.
        private void Selected(ByteWriter writer, PSObject value)
        {
            PSMemberInfoCollection<PSPropertyInfo> properties = value.Properties;
            writer.Byte((byte)Tag.Object);
            types.Write(writer, value);
            writer.Byte(0);
            writer.Count(0);
            writer.Count(wanted.Length);
            foreach (string name in wanted)
            {
                Name(writer, name);
                PSPropertyInfo property = properties[name];
                object found = null;
                if (property != null) TryGet(property, out found);
                Value(writer, found, depth);
            }
        }

        private void Value(ByteWriter writer, object value, int left)
        {
            PSObject wrapper = value as PSObject;
            if (wrapper != null)
            {
                value = wrapper.BaseObject;
                if (value is PSCustomObject)
                {
                    Nested(writer, value, wrapper, left);
                    return;
                }
            }
            if (value == null)
            {
                writer.Byte((byte)Tag.Null);
                return;
            }
            Type type = value.GetType();
            if (type.IsEnum) Enumeration(writer, value, type);
            else if (!Scalar(writer, value, type) && !Primitive(writer, value)) Nested(writer, value, wrapper, left);
        }

        private static bool Scalar(ByteWriter writer, object value, Type type)
        {
            switch (Type.GetTypeCode(type))
            {
                case TypeCode.String:
                    writer.Byte((byte)Tag.Text);
                    writer.Text((string)value);
                    return true;
                case TypeCode.Boolean:
                    writer.Byte((byte)((bool)value ? Tag.True : Tag.False));
                    return true;
                case TypeCode.SByte:
                case TypeCode.Byte:
                case TypeCode.Int16:
                case TypeCode.UInt16:
                case TypeCode.Int32:
                    writer.Byte((byte)Tag.Int32);
                    writer.Int32(Convert.ToInt32(value, CultureInfo.InvariantCulture));
                    return true;
                case TypeCode.UInt32:
                case TypeCode.Int64:
                    writer.Byte((byte)Tag.Int64);
                    writer.Int64(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                    return true;
                case TypeCode.UInt64:
                    writer.Byte((byte)Tag.UInt64);
                    writer.Int64(unchecked((long)(ulong)value));
                    return true;
                case TypeCode.Single:
                case TypeCode.Double:
                    writer.Byte((byte)Tag.Double);
                    writer.Double(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                    return true;
                case TypeCode.DateTime:
                    Time(writer, (DateTime)value);
                    return true;
                case TypeCode.Decimal:
                    Text(writer, "D", XmlConvert.ToString((decimal)value));
                    return true;
                case TypeCode.Char:
                    Text(writer, "C", value.ToString());
                    return true;
                case TypeCode.DBNull:
                    writer.Byte((byte)Tag.Null);
                    return true;
                default:
                    return false;
            }
        }

        private static bool Primitive(ByteWriter writer, object value)
        {
            if (value is Guid)
            {
                writer.Byte((byte)Tag.Guid);
                writer.Text(((Guid)value).ToString("D"));
            }
            else if (value is TimeSpan) Span(writer, (TimeSpan)value);
            else if (value is byte[])
            {
                writer.Byte((byte)Tag.Bytes);
                writer.Bytes((byte[])value);
            }
            else if (value is SwitchParameter) writer.Byte((byte)(((SwitchParameter)value).IsPresent ? Tag.True : Tag.False));
            else if (value is Uri) Text(writer, "URI", ((Uri)value).OriginalString);
            else if (value is Version) Text(writer, "Version", value.ToString());
            else if (value is ScriptBlock) Text(writer, "SBK", value.ToString());
            else if (value is XmlDocument) Text(writer, "XD", ((XmlDocument)value).OuterXml);
            else if (value is SecureString) Secure(writer, (SecureString)value);
            else return ExchangeScalar(writer, value);
            return true;
        }

        // Exchange has its own types for times. They say all that DateTime and TimeSpan do, and convert to them.
        private static bool ExchangeScalar(ByteWriter writer, object value)
        {
            DateTime time;
            TimeSpan span;
            switch (value.GetType().FullName)
            {
                case "Microsoft.Exchange.ExchangeSystem.ExDateTime":
                    if (!LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out time)) return false;
                    Time(writer, time);
                    return true;
                case "Microsoft.Exchange.Data.EnhancedTimeSpan":
                    if (!LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out span)) return false;
                    Span(writer, span);
                    return true;
                default:
                    return false;
            }
        }

        // Seconds since 1970 and ticks of 100 ns: a number of JavaScript holds neither together.
        private static void Time(ByteWriter writer, DateTime value)
        {
            bool local = value.Kind == DateTimeKind.Local;
            TimeSpan offset = local ? TimeZoneInfo.Local.GetUtcOffset(value) : TimeSpan.Zero;
            long ticks = value.Ticks - offset.Ticks - Epoch;
            long seconds = FloorDivide(ticks);
            writer.Byte((byte)Tag.DateTime);
            writer.Double(seconds);
            writer.Int32((int)(ticks - seconds * TimeSpan.TicksPerSecond));
            writer.Byte((byte)value.Kind);
            writer.Int32((int)offset.TotalMinutes);
        }

        private static void Span(ByteWriter writer, TimeSpan value)
        {
            writer.Byte((byte)Tag.TimeSpan);
            writer.Double(value.Ticks / TimeSpan.TicksPerSecond);
            writer.Int32((int)(value.Ticks % TimeSpan.TicksPerSecond));
        }

        private static long FloorDivide(long ticks)
        {
            long quotient = ticks / TimeSpan.TicksPerSecond;
            return ticks % TimeSpan.TicksPerSecond < 0 ? quotient - 1 : quotient;
        }

        private static void Text(ByteWriter writer, string tag, string text)
        {
            writer.Byte((byte)Tag.Primitive);
            writer.Text(tag);
            writer.Text(text);
        }

        private static void Secure(ByteWriter writer, SecureString value)
        {
            IntPtr plain = Marshal.SecureStringToGlobalAllocUnicode(value);
            try
            {
                writer.Byte((byte)Tag.SecureText);
                writer.Text(Marshal.PtrToStringUni(plain, value.Length));
            }
            finally
            {
                Marshal.ZeroFreeGlobalAllocUnicode(plain);
            }
        }

        private void Enumeration(ByteWriter writer, object value, Type type)
        {
            writer.Byte((byte)Tag.Object);
            types.Write(writer, value, type);
            writer.Byte(HasText | HasValue);
            writer.Text(value.ToString());
            object number = Convert.ChangeType(value, Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture);
            Scalar(writer, number, number.GetType());
            writer.Count(0);
            writer.Count(0);
        }

        // What can contain itself. An object within itself, or too deep, is its text.
        private void Nested(ByteWriter writer, object value, PSObject wrapper, int left)
        {
            object self = value is PSCustomObject ? wrapper : value;
            if (ancestors.Count >= MaxNesting || IsAncestor(self))
            {
                writer.Byte((byte)Tag.Text);
                writer.Text(ToText(value, wrapper));
                return;
            }
            ancestors.Add(self);
            IDictionary dictionary = value as IDictionary;
            IEnumerable members = value as IEnumerable;
            if (dictionary != null) Dictionary(writer, dictionary, wrapper, left);
            else if (members != null && !(value is XmlNode)) Members(writer, members, wrapper, left);
            else Properties(writer, value, wrapper, left);
            ancestors.RemoveAt(ancestors.Count - 1);
        }

        private bool IsAncestor(object value)
        {
            foreach (object ancestor in ancestors)
            {
                if (ReferenceEquals(ancestor, value)) return true;
            }
            return false;
        }

        private void Dictionary(ByteWriter writer, IDictionary value, PSObject wrapper, int left)
        {
            List<DictionaryEntry> entries = new List<DictionaryEntry>(value.Count);
            IDictionaryEnumerator each = value.GetEnumerator();
            while (each.MoveNext()) entries.Add(each.Entry);
            writer.Byte((byte)Tag.Dictionary);
            types.Write(writer, wrapper ?? PSObject.AsPSObject(value));
            writer.Count(entries.Count);
            foreach (DictionaryEntry entry in entries)
            {
                Value(writer, entry.Key, left);
                Value(writer, entry.Value, left);
            }
        }

        private void Members(ByteWriter writer, IEnumerable value, PSObject wrapper, int left)
        {
            List<object> members = new List<object>();
            foreach (object member in value) members.Add(member);
            writer.Byte((byte)Tag.List);
            types.Write(writer, wrapper ?? PSObject.AsPSObject(value));
            writer.Text(value is Stack ? "STK" : value is Queue ? "QUE" : value is IList ? "LST" : "IE");
            writer.Count(members.Count);
            foreach (object member in members) Value(writer, member, left);
        }

        // A custom object is no level of its own: what is made of properties only is all its properties.
        private void Properties(ByteWriter writer, object value, PSObject wrapper, int left)
        {
            bool custom = value is PSCustomObject;
            if (left <= 0 && !custom)
            {
                writer.Byte((byte)Tag.Text);
                writer.Text(ToText(value, wrapper));
                return;
            }
            PSCredential credential = value as PSCredential;
            if (credential != null)
            {
                writer.Byte((byte)Tag.Credential);
                writer.Text(credential.UserName);
                Secure(writer, credential.Password);
                return;
            }
            PSObject whole = wrapper ?? PSObject.AsPSObject(value);
            writer.Byte((byte)Tag.Object);
            types.Write(writer, whole);
            writer.Byte(custom ? (byte)0 : HasText);
            if (!custom) writer.Text(ToText(value, whole));
            AllProperties(writer, whole, custom ? left : left - 1);
        }

        // The object's own properties first, then what PowerShell or a script has added.
        private void AllProperties(ByteWriter writer, PSObject whole, int left)
        {
            List<KeyValuePair<string, object>> own = new List<KeyValuePair<string, object>>();
            List<KeyValuePair<string, object>> added = new List<KeyValuePair<string, object>>();
            foreach (PSPropertyInfo property in whole.Properties)
            {
                object found;
                if (!property.IsGettable || !TryGet(property, out found)) continue;
                (property is PSProperty ? own : added).Add(new KeyValuePair<string, object>(property.Name, found));
            }
            writer.Count(own.Count);
            writer.Count(own.Count + added.Count);
            own.AddRange(added);
            foreach (KeyValuePair<string, object> property in own)
            {
                Name(writer, property.Key);
                Value(writer, property.Value, left);
            }
        }

        private static bool TryGet(PSPropertyInfo property, out object value)
        {
            try
            {
                value = property.Value;
                return true;
            }
            catch (GetValueException)
            {
                value = null;
                return false;
            }
        }

        private static string ToText(object value, PSObject wrapper)
        {
            try
            {
                return (wrapper ?? PSObject.AsPSObject(value)).ToString();
            }
            catch (Exception error)
            {
                if (error is PipelineStoppedException) throw;
                return value.GetType().FullName;
            }
        }

        private void Name(ByteWriter writer, string name)
        {
            int index;
            if (names.TryGetValue(name, out index))
            {
                writer.Count(index);
                return;
            }
            writer.Count(names.Count);
            writer.Text(name);
            names.Add(name, names.Count);
        }
    }
}
