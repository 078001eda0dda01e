using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace EasConnector.InProcess
{
    /// <summary>Writes ErrorRecords whole. Texts only, so that one can be written in the middle of an object.</summary>
    internal static class ErrorWriter
    {
        private const int MaxCauses = 32;

        public static void Write(ByteWriter writer, ErrorRecord record)
        {
            ErrorCategoryInfo category = record.CategoryInfo;
            writer.Text(record.ToString());
            writer.Text(record.FullyQualifiedErrorId);
            writer.Text(category.Category.ToString());
            writer.Text(category.Activity);
            writer.Text(category.Reason);
            writer.Text(category.TargetName);
            writer.Text(category.TargetType);
            writer.Text(category.GetMessage());
            writer.Bool(record.TargetObject != null);
            if (record.TargetObject != null) writer.Text(Shown(record.TargetObject));
            writer.Text(record.ScriptStackTrace);
            writer.Bool(record.ErrorDetails != null);
            if (record.ErrorDetails != null)
            {
                writer.Text(record.ErrorDetails.Message);
                writer.Text(record.ErrorDetails.RecommendedAction);
            }
            writer.Bool(record.InvocationInfo != null);
            if (record.InvocationInfo != null) Invocation(writer, record.InvocationInfo);
            Exceptions(writer, record.Exception);
        }

        private static void Invocation(ByteWriter writer, InvocationInfo invocation)
        {
            writer.Text(invocation.MyCommand == null ? "" : invocation.MyCommand.Name);
            writer.Text(invocation.InvocationName);
            writer.Text(invocation.Line);
            writer.Text(invocation.ScriptName);
            writer.Text(invocation.PositionMessage);
            writer.Int32(invocation.OffsetInLine);
            writer.Int32(invocation.ScriptLineNumber);
            writer.Int32(invocation.PipelineLength);
            writer.Int32(invocation.PipelinePosition);
            writer.Bool(invocation.ExpectingInput);
        }

        /// <summary>The record of an exception that ended a pipeline.</summary>
        public static ErrorRecord RecordOf(Exception reason)
        {
            IContainsErrorRecord holder = reason as IContainsErrorRecord;
            if (holder != null && holder.ErrorRecord != null)
            {
                // What PowerShell keeps there of the exception may be a stand-in without its causes.
                ErrorRecord kept = holder.ErrorRecord;
                return kept.Exception is ParentContainsErrorRecordException ? new ErrorRecord(kept, reason) : kept;
            }
            return new ErrorRecord(reason, reason.GetType().Name, ErrorCategory.NotSpecified, null);
        }

        // The exception, then what caused it, and so on.
        private static void Exceptions(ByteWriter writer, Exception error)
        {
            List<Exception> chain = new List<Exception>();
            for (Exception one = error; one != null && chain.Count < MaxCauses; one = one.InnerException) chain.Add(one);
            writer.Count(chain.Count);
            foreach (Exception one in chain)
            {
                IList<string> types = TypeNames(one);
                writer.Count(types.Count);
                foreach (string type in types) writer.Text(type);
                writer.Text(one.Message);
                writer.Int32(one.HResult);
                writer.Text(one.Source);
                writer.Text(one.StackTrace);
            }
        }

        // An exception of a remote server is not one here: what was deserialized of it has its class among its type names.
        private static IList<string> TypeNames(Exception error)
        {
            RemoteException remote = error as RemoteException;
            if (remote != null && remote.SerializedRemoteException != null) return remote.SerializedRemoteException.TypeNames;
            List<string> names = new List<string>();
            for (Type type = error.GetType(); type != null; type = type.BaseType) names.Add(type.FullName);
            return names;
        }

        private static string Shown(object target)
        {
            if (target == null) return "";
            try
            {
                return PSObject.AsPSObject(target).ToString();
            }
            catch (Exception error)
            {
                if (error is PipelineStoppedException) throw;
                return target.GetType().FullName;
            }
        }
    }
}
