namespace BatchResource.Contract;

/// <summary>The type of a member's value.</summary>
internal enum MemberType
{
    Any,
    Text,
    Number,
    FilledArray,
}
