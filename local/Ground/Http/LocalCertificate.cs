using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BatchResource.Local.Ground.Http;

/// <summary>
/// A certificate for 127.0.0.1 that is valid for a day, and what makes a process trust it beside those that the machine trusts.
/// </summary>
internal sealed class LocalCertificate : IDisposable
{
    private static readonly string[] SystemBundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];

    private readonly string folder = Directory.CreateTempSubdirectory("local-aws-certificate-").FullName;

    public LocalCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=local AWS", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var ephemeral = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        // Windows serves with no key that was never stored.
        Certificate = X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), password: null);

        var bundle = Path.Combine(folder, "bundle.pem");
        var trusted = SystemBundles.FirstOrDefault(File.Exists) is { } system ? File.ReadAllText(system) : "";
        File.WriteAllText(bundle, $"{Certificate.ExportCertificatePem()}\n{trusted}");
        Environment = new Dictionary<string, string>
        {
            ["SSL_CERT_FILE"] = bundle,
            ["SSL_CERT_DIR"] = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName,
        };
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The variables by which OpenSSL, and .NET on Linux with it, finds one bundle of certificates, as on Amazon Linux.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public void Dispose()
    {
        Certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
