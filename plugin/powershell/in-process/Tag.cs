namespace EasConnector.InProcess
{
    /// <summary>The first byte of a value. decode-values.ts and encode-values.ts have the same list.</summary>
    internal enum Tag : byte
    {
        Null = 0,
        False = 1,
        True = 2,
        Int32 = 3,
        Int64 = 4,
        UInt64 = 5,
        Double = 6,
        Text = 7,
        DateTime = 8,
        TimeSpan = 9,
        Guid = 10,
        Bytes = 11,
        /// <summary>A primitive that JavaScript lacks: its CLIXML tag and its text.</summary>
        Primitive = 12,
        List = 13,
        Dictionary = 14,
        Object = 15,
        SecureText = 16,
        Credential = 17,
    }

    /// <summary>The first byte of what a pipeline gives.</summary>
    internal enum RecordKind : byte
    {
        Output = 1,
        Error = 2,
        Warning = 3,
        End = 4,
    }
}
