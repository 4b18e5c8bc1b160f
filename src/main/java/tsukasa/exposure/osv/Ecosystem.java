package tsukasa.exposure.osv;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tsukasa.naming.PackageUrl;

/// The ecosystems of OSV and the package URLs of their packages.
///
/// @param name      as OSV writes it, without a release
/// @param type      of the package URL
/// @param namespace of every package of a distribution, null where names have their own
record Ecosystem(String name, String type, @Nullable String namespace) {
    private static final Map<String, Ecosystem> ALL = new TreeMap<>();

    /// Those of the format (schema 1.7) whose packages have no package URL here: nothing is held for them.
    private static final Set<String> WITHOUT_PACKAGES = Set.of(
            "Alpaquita",
            "Android",
            "Azure Linux",
            "BellSoft Hardened Containers",
            "Bioconductor",
            "CleanStart",
            "Docker Hardened Images",
            "Echo",
            "FreeBSD",
            "GHC",
            "GIT",
            "GitHub Actions",
            "Kubernetes",
            "Linux",
            "MinimOS",
            "OSS-Fuzz",
            "Photon OS",
            "Root",
            "TuxCare",
            "VSCode");

    static {
        String[] lines = {
            "npm npm",
            "PyPI pypi",
            "Go golang",
            "crates.io cargo",
            "RubyGems gem",
            "Maven maven",
            "NuGet nuget",
            "Packagist composer",
            "Hex hex",
            "Pub pub",
            "SwiftURL swift",
            "ConanCenter conan",
            "CRAN cran",
            "Hackage hackage",
            "Julia julia",
            "opam opam",
            "Bitnami bitnami",
            "Debian deb debian",
            "Ubuntu deb ubuntu",
            "Alpine apk alpine",
            "Wolfi apk wolfi",
            "Chainguard apk chainguard",
            "Red_Hat rpm redhat",
            "AlmaLinux rpm almalinux",
            "Rocky_Linux rpm rocky-linux",
            "SUSE rpm suse",
            "openSUSE rpm opensuse",
            "openEuler rpm openeuler",
            "Mageia rpm mageia"
        };
        for (String line : lines) {
            String[] parts = line.split(" ");
            String name = parts[0].replace('_', ' ');
            ALL.put(name, new Ecosystem(name, parts[1], parts.length > 2 ? parts[2] : null));
        }
    }

    /// By the name of OSV, which may tell a release: `Debian:12`.
    static Optional<Ecosystem> named(String ecosystem) {
        return Optional.ofNullable(ALL.get(bare(ecosystem)));
    }

    private static String bare(String ecosystem) {
        int colon = ecosystem.indexOf(':');
        return colon < 0 ? ecosystem : ecosystem.substring(0, colon);
    }

    /// Whether the format knows it, whatever is held for it.
    static boolean known(String ecosystem) {
        return ALL.containsKey(bare(ecosystem)) || WITHOUT_PACKAGES.contains(bare(ecosystem));
    }

    /// Those whose packages have a package URL.
    static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    static Optional<Ecosystem> of(PackageUrl url) {
        return ALL.values().stream()
                .filter(each -> each.type.equals(url.type())
                        && (each.namespace == null || each.namespace.equals(url.namespace())))
                .findFirst();
    }

    /// The package that has this name in the ecosystem, with the release where one is told.
    PackageUrl url(String named, String release, @Nullable String version) {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        if (namespace != null) {
            if (!release.isEmpty()) {
                qualifiers.put("distro", namespace + "-" + release);
            }
            return new PackageUrl(type, namespace, named, version, qualifiers, null);
        }
        String path = type.equals("maven") ? named.replace(':', '/') : named;
        int slash = path.lastIndexOf('/');
        String before = slash <= 0 ? null : path.substring(0, slash);
        return new PackageUrl(type, before, path.substring(slash + 1), version, qualifiers, null);
    }

    /// What OSV calls the package of a package URL.
    String packageName(PackageUrl url) {
        if (namespace != null || url.namespace() == null) {
            return url.name();
        }
        return url.namespace() + (type.equals("maven") ? ":" : "/") + url.name();
    }
}
