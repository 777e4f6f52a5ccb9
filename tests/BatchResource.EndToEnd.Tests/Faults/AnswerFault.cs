using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>What goes wrong with answers to CloudFormation.</summary>
/// <param name="Fault">How the delivery fails; null when the process is killed although its answer arrives.</param>
/// <param name="Count">How many answers on end it happens to.</param>
internal sealed record AnswerFault(ResponseFault? Fault, int Count = 1);
