namespace BatchResource.Local.S3;

/// <summary>What CloudFormation and the assets of a cloud assembly need of Amazon S3.</summary>
internal interface ILocalBuckets
{
    /// <summary>Makes the bucket, if there is none of that name.</summary>
    void Create(string bucket);

    /// <summary>Whether the bucket holds no object.</summary>
    bool IsEmpty(string bucket);

    /// <summary>Deletes every object of the bucket.</summary>
    void Empty(string bucket);

    /// <summary>Deletes the bucket.</summary>
    void Remove(string bucket);

    /// <summary>The file that an object is, or null when there is no such object.</summary>
    string? FindFile(string bucket, string key);

    /// <summary>Puts a copy of the file into the bucket.</summary>
    void Upload(string bucket, string key, string file);
}
