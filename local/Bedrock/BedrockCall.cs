using System.Text.Json.Nodes;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock;

/// <summary>A call as a fault injector sees it.</summary>
/// <param name="Operation">The operation's name, such as <c>CreateModelInvocationJob</c>.</param>
/// <param name="Number">Counts all calls, from 1.</param>
/// <param name="OperationNumber">Counts the calls of this operation, from 1.</param>
/// <param name="Caller">Whose credentials signed it; the access key tells execution environments of one function apart.</param>
/// <param name="Input">The input: labels, query parameters and members of the body.</param>
/// <param name="RequestId">The id that goes into <c>x-amzn-RequestId</c>.</param>
public sealed record BedrockCall(
    string Operation, int Number, int OperationNumber, IssuedCredentials Caller, JsonObject Input, string RequestId);
