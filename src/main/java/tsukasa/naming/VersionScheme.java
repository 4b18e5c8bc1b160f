package tsukasa.naming;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The orders of versions, by the type they have in `vers`.
public enum VersionScheme {
    ALPM("alpm"),
    APK("apk"),
    CARGO("cargo"),
    COMPOSER("composer"),
    CONAN("conan"),
    CONDA("conda"),
    CRAN("cran"),
    DATETIME("datetime"),
    DEB("deb"),
    GEM("gem"),
    GENERIC("generic"),
    GENTOO("gentoo"),
    GIT("git"),
    GOLANG("golang"),
    HACKAGE("hackage"),
    HEX("hex"),
    INTDOT("intdot"),
    LEXICOGRAPHIC("lexicographic"),
    MAVEN("maven"),
    NGINX("nginx"),
    NPM("npm"),
    NUGET("nuget"),
    OPENSSL("openssl"),
    PUB("pub"),
    PYPI("pypi"),
    RPM("rpm"),
    SEMVER("semver"),
    SWIFT("swift");

    private final String type;

    VersionScheme(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /// By the type of a `vers` or a package URL, an ecosystem of OSV (`Debian:12`) or a `versionType` of CVE; none if
    /// unknown.
    public static Optional<VersionScheme> named(String name) {
        var colon = name.indexOf(':');
        var plain = (colon < 0 ? name : name.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        for (var scheme : values()) {
            if (scheme.type.equals(plain)) {
                return Optional.of(scheme);
            }
        }
        return Optional.ofNullable(called(plain));
    }

    /// Other names that the field has for them.
    private static @Nullable VersionScheme called(String plain) {
        return switch (plain) {
            case "alpine", "alpaquita", "chainguard", "wolfi", "minimos", "bellsoft hardened containers" -> APK;
            case "arch", "archlinux", "arch linux" -> ALPM;
            case "crates.io", "rust" -> CARGO;
            case "packagist", "php" -> COMPOSER;
            case "conancenter" -> CONAN;
            case "bioconductor" -> CRAN;
            case "date", "iso8601" -> DATETIME;
            case "debian", "ubuntu", "dpkg", "echo" -> DEB;
            case "rubygems", "ruby" -> GEM;
            case "custom", "all", "none", "other", "github", "docker", "oci", "android", "linux" -> GENERIC;
            case "ebuild" -> GENTOO;
            case "go", "golang.org" -> GOLANG;
            case "ghc" -> HACKAGE;
            case "erlang", "otp" -> HEX;
            case "node", "javascript" -> NPM;
            case "dart" -> PUB;
            case "python", "pep440" -> PYPI;
            case "almalinux",
                    "rocky linux",
                    "red hat",
                    "suse",
                    "opensuse",
                    "openeuler",
                    "mageia",
                    "photon os",
                    "fedora" -> RPM;
            case "bitnami", "github actions", "julia", "semver-range", "semantic" -> SEMVER;
            case "swifturl" -> SWIFT;
            default -> null;
        };
    }
}
