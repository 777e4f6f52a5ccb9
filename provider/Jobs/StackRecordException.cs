namespace BatchResource.Provider.Jobs;

/// <summary>CloudFormation could not be asked, or did not tell.</summary>
internal sealed class StackRecordException(string message, Exception? innerException = null) : Exception(message, innerException);
