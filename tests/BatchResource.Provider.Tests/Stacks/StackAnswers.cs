using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.Stacks;

/// <summary>Answers as CloudFormation words them.</summary>
internal static class StackAnswers
{
    public const string Job = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl";

    public const string Resource =
        $"""
        <DescribeStackResourceResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <DescribeStackResourceResult>
            <StackResourceDetail>
              <StackName>nightly</StackName>
              <LogicalResourceId>Job</LogicalResourceId>
              <PhysicalResourceId>{Job}</PhysicalResourceId>
              <ResourceType>Custom::BedrockBatchInferenceJob</ResourceType>
              <LastUpdatedTimestamp>2026-11-25T06:00:01.500Z</LastUpdatedTimestamp>
              <ResourceStatus>DELETE_IN_PROGRESS</ResourceStatus>
              <DriftInformation>
                <StackResourceDriftStatus>NOT_CHECKED</StackResourceDriftStatus>
                <LastCheckTimestamp>2020-01-01T00:00:00Z</LastCheckTimestamp>
              </DriftInformation>
            </StackResourceDetail>
          </DescribeStackResourceResult>
          <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
        </DescribeStackResourceResponse>
        """;

    public const string Events =
        $"""
        <DescribeStackEventsResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <DescribeStackEventsResult>
            <StackEvents>
              <member>
                <EventId>2</EventId>
                <LogicalResourceId>Job</LogicalResourceId>
                <PhysicalResourceId>{Job}</PhysicalResourceId>
                <Timestamp>2026-11-25T06:00:02Z</Timestamp>
                <ResourceStatus>UPDATE_COMPLETE</ResourceStatus>
              </member>
              <member>
                <EventId>1</EventId>
                <LogicalResourceId>Role</LogicalResourceId>
                <PhysicalResourceId/>
                <Timestamp>2026-11-25T06:00:01Z</Timestamp>
                <ResourceStatus>CREATE_IN_PROGRESS</ResourceStatus>
              </member>
            </StackEvents>
            <NextToken>more</NextToken>
          </DescribeStackEventsResult>
        </DescribeStackEventsResponse>
        """;

    /// <summary>An error of CloudFormation's.</summary>
    public static ServerAnswer Error(int status, string code, string message) => new(
        status,
        $"""
        <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>
          <RequestId>r</RequestId>
        </ErrorResponse>
        """,
        ("Content-Type", "text/xml"));
}
