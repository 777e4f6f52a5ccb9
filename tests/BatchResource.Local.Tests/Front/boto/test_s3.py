"""Amazon S3 as boto3 and its transfer manager use it."""

import io
import os
import tempfile
import unittest
import urllib.error
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

MEBIBYTE = 1024 * 1024


class S3Test(unittest.TestCase):
    def setUp(self):
        self.s3 = boto3.client("s3")
        self.bucket = f"bucket-{self.id().rsplit('.', 1)[1].replace('_', '-')}"[:60]
        self.s3.create_bucket(Bucket=self.bucket)

    def refused(self, code, call, **arguments):
        with self.assertRaises(ClientError) as raised:
            call(**arguments)
        self.assertEqual(code, raised.exception.response["Error"]["Code"])
        return raised.exception.response

    def put(self, key, body=b"text", **arguments):
        return self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, **arguments)

    def test_put_get_head_delete(self):
        put = self.put("a folder/über+1.txt", b"0123456789", ContentType="text/plain", Metadata={"owner": "me"}, ContentEncoding="gzip")
        got = self.s3.get_object(Bucket=self.bucket, Key="a folder/über+1.txt")
        self.assertEqual(b"0123456789", got["Body"].read())
        self.assertEqual(("text/plain", "gzip", {"owner": "me"}), (got["ContentType"], got["ContentEncoding"], got["Metadata"]))
        self.assertEqual('"781e5e245d69b566979b86e28d23f2c7"', put["ETag"])
        self.assertEqual((put["ETag"], 10), (got["ETag"], self.s3.head_object(Bucket=self.bucket, Key="a folder/über+1.txt")["ContentLength"]))
        self.s3.delete_object(Bucket=self.bucket, Key="a folder/über+1.txt")
        self.refused("NoSuchKey", self.s3.get_object, Bucket=self.bucket, Key="a folder/über+1.txt")
        self.refused("404", self.s3.head_object, Bucket=self.bucket, Key="a folder/über+1.txt")

    def test_every_checksum_is_computed_and_returned(self):
        for algorithm in ["CRC32", "SHA1", "SHA256"]:
            put = self.put("checked", b"123456789", ChecksumAlgorithm=algorithm)
            got = self.s3.get_object(Bucket=self.bucket, Key="checked", ChecksumMode="ENABLED")
            self.assertEqual(put[f"Checksum{algorithm}"], got[f"Checksum{algorithm}"])
            self.assertEqual(b"123456789", got["Body"].read())
        # The check values of the CRC catalogue for the text 123456789.
        self.assertEqual("4waSgw==", self.put("c", b"123456789", ChecksumCRC32C="4waSgw==")["ChecksumCRC32C"])
        self.assertEqual("rosUhgp5mIg=", self.put("c", b"123456789", ChecksumCRC64NVME="rosUhgp5mIg=")["ChecksumCRC64NVME"])
        self.refused("BadDigest", self.put, key="checked", ChecksumSHA256="47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")

    def test_ranges(self):
        self.put("ten", b"0123456789")
        for wanted, text, described in [("bytes=2-4", b"234", "2-4"), ("bytes=7-", b"789", "7-9"), ("bytes=-2", b"89", "8-9"), ("bytes=8-99", b"89", "8-9")]:
            got = self.s3.get_object(Bucket=self.bucket, Key="ten", Range=wanted)
            self.assertEqual((206, text, f"bytes {described}/10"), (got["ResponseMetadata"]["HTTPStatusCode"], got["Body"].read(), got["ContentRange"]))
        self.refused("InvalidRange", self.s3.get_object, Bucket=self.bucket, Key="ten", Range="bytes=10-")

    def test_conditions(self):
        etag = self.put("known")["ETag"]
        self.refused("PreconditionFailed", self.put, key="known", IfNoneMatch="*")
        self.refused("PreconditionFailed", self.s3.get_object, Bucket=self.bucket, Key="known", IfMatch='"other"')
        self.refused("304", self.s3.get_object, Bucket=self.bucket, Key="known", IfNoneMatch=etag)

    def test_pages_with_prefix_and_delimiter(self):
        for key in ["a/1", "a/2", "b", "c/1", "c/2/3", "d"]:
            self.put(key)
        pages = list(self.s3.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Delimiter="/", PaginationConfig={"PageSize": 2}))
        self.assertEqual(2, len(pages))
        self.assertEqual(["b", "d"], [found["Key"] for page in pages for found in page.get("Contents", [])])
        self.assertEqual(["a/", "c/"], [found["Prefix"] for page in pages for found in page.get("CommonPrefixes", [])])
        keys = [found["Key"] for page in self.s3.get_paginator("list_objects").paginate(Bucket=self.bucket, Prefix="c/", PaginationConfig={"PageSize": 1}) for found in page["Contents"]]
        self.assertEqual(["c/1", "c/2/3"], keys)
        self.assertEqual("d", self.s3.list_objects_v2(Bucket=self.bucket, StartAfter="c/2/3")["Contents"][0]["Key"])

    def test_transfers_in_parts(self):
        content = os.urandom(12 * MEBIBYTE + 1)
        config = TransferConfig(multipart_threshold=5 * MEBIBYTE, multipart_chunksize=5 * MEBIBYTE)
        self.s3.upload_fileobj(io.BytesIO(content), self.bucket, "large", Config=config, ExtraArgs={"Metadata": {"kind": "large"}})
        head = self.s3.head_object(Bucket=self.bucket, Key="large")
        self.assertTrue(head["ETag"].endswith('-3"'), head["ETag"])
        self.assertEqual({"kind": "large"}, head["Metadata"])
        self.s3.copy({"Bucket": self.bucket, "Key": "large"}, self.bucket, "copy", Config=config)
        with tempfile.TemporaryDirectory() as folder:
            self.s3.download_file(self.bucket, "copy", f"{folder}/copy", Config=config)
            with open(f"{folder}/copy", "rb") as file:
                self.assertEqual(content, file.read())

    def test_an_upload_that_is_given_up_leaves_nothing(self):
        upload = self.s3.create_multipart_upload(Bucket=self.bucket, Key="never")
        self.s3.upload_part(Bucket=self.bucket, Key="never", UploadId=upload["UploadId"], PartNumber=1, Body=b"x")
        parts = [{"PartNumber": 1, "ETag": '"0"'}]
        self.refused("InvalidPart", self.s3.complete_multipart_upload, Bucket=self.bucket, Key="never", UploadId=upload["UploadId"], MultipartUpload={"Parts": parts})
        self.s3.abort_multipart_upload(Bucket=self.bucket, Key="never", UploadId=upload["UploadId"])
        self.refused("NoSuchUpload", self.s3.list_parts, Bucket=self.bucket, Key="never", UploadId=upload["UploadId"])
        self.assertNotIn("Uploads", self.s3.list_multipart_uploads(Bucket=self.bucket))

    def test_presigned_urls(self):
        self.s3 = boto3.client("s3", config=Config(signature_version="s3v4"))
        put = self.s3.generate_presigned_url("put_object", Params={"Bucket": self.bucket, "Key": "pre signed"})
        urllib.request.urlopen(urllib.request.Request(put, data=b"signed", method="PUT"))
        get = self.s3.generate_presigned_url("get_object", Params={"Bucket": self.bucket, "Key": "pre signed", "ResponseContentType": "text/x"})
        with urllib.request.urlopen(get) as answer:
            self.assertEqual((b"signed", "text/x"), (answer.read(), answer.headers["Content-Type"]))
        for wrong in [get.replace("pre%20signed", "other"), get.replace("Expires=3600", "Expires=7200")]:
            with self.assertRaises(urllib.error.HTTPError) as raised:
                urllib.request.urlopen(wrong)
            self.assertEqual(403, raised.exception.code)
        old = boto3.client("s3", config=Config(signature_version="s3")).generate_presigned_url("get_object", Params={"Bucket": self.bucket, "Key": "x"})
        with self.assertRaises(urllib.error.HTTPError) as raised:
            urllib.request.urlopen(old)
        self.assertIn(b"Please use AWS4-HMAC-SHA256", raised.exception.read())

    def test_buckets(self):
        self.put("x")
        self.refused("BucketNotEmpty", self.s3.delete_bucket, Bucket=self.bucket)
        deleted = self.s3.delete_objects(Bucket=self.bucket, Delete={"Objects": [{"Key": "x"}, {"Key": "never was"}]})
        self.assertEqual(["x", "never was"], [found["Key"] for found in deleted["Deleted"]])
        self.assertIn(self.bucket, [found["Name"] for found in self.s3.list_buckets()["Buckets"]])
        self.assertIsNone(self.s3.get_bucket_location(Bucket=self.bucket)["LocationConstraint"])
        rules = self.s3.get_bucket_encryption(Bucket=self.bucket)["ServerSideEncryptionConfiguration"]["Rules"]
        self.assertEqual("AES256", rules[0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"])
        self.assertNotIn("Status", self.s3.get_bucket_versioning(Bucket=self.bucket))
        self.refused("NoSuchBucketPolicy", self.s3.get_bucket_policy, Bucket=self.bucket)
        error = self.refused("NotImplemented", self.s3.get_bucket_website, Bucket=self.bucket)
        self.assertIn("GET ?website", error["Error"]["Message"])
        self.refused("AccessDenied", self.s3.list_objects_v2, Bucket=self.bucket, ExpectedBucketOwner="210987654321")
        self.s3.delete_bucket(Bucket=self.bucket)
        self.s3.get_waiter("bucket_not_exists").wait(Bucket=self.bucket)
        self.refused("NoSuchBucket", self.s3.list_objects_v2, Bucket=self.bucket)

    def test_keys_that_cannot_be_files(self):
        self.put("a")
        self.refused("OperationAborted", self.put, key="a/b")
        self.refused("InvalidArgument", self.put, key="a//b")
