package tsukasa.naming.version;

import java.util.Comparator;
import tsukasa.naming.VersionScheme;

/// Which scheme has which order.
final class Orders {
    private static final Comparator<String> GENERIC = bounded(new GenericOrder());
    private static final Comparator<String> SEMANTIC = bounded(new SemanticOrder(true));
    private static final Comparator<String> NUGET = bounded(new SemanticOrder(false));
    private static final Comparator<String> MAVEN = bounded(new MavenOrder());
    private static final Comparator<String> PYTHON = bounded(new PythonOrder());
    private static final Comparator<String> GEM = bounded(new GemOrder());
    private static final Comparator<String> DEBIAN = bounded(new DebianOrder());
    private static final Comparator<String> RPM = bounded(new RpmOrder());
    private static final Comparator<String> ARCH = bounded(new ArchOrder());
    private static final Comparator<String> PORTAGE = bounded(new PortageOrder());
    private static final Comparator<String> CONAN = bounded(new ConanOrder());
    private static final Comparator<String> DATETIME = bounded(new DatetimeOrder());
    private static final Comparator<String> LEXICOGRAPHIC = Orders::byCodePoint;

    /// No version is longer; what is comes after all others, by its text, so that hostile input costs no more than its
    /// length.
    private static final int LONGEST = 1_024;

    private Orders() {}

    private static Comparator<String> bounded(Comparator<String> order) {
        return (one, other) -> one.length() <= LONGEST && other.length() <= LONGEST
                ? order.compare(one, other)
                : one.length() > LONGEST && other.length() > LONGEST
                        ? byCodePoint(one, other)
                        : Boolean.compare(one.length() > LONGEST, other.length() > LONGEST);
    }

    /// Commits (git) have no order that their names could tell; that of their text keeps equal ones together.
    static Comparator<String> of(VersionScheme scheme) {
        return switch (scheme) {
            case CARGO, GOLANG, HEX, NPM, PUB, SEMVER, SWIFT -> SEMANTIC;
            case NUGET -> NUGET;
            case MAVEN -> MAVEN;
            case PYPI, CONDA -> PYTHON;
            case GEM -> GEM;
            case DEB -> DEBIAN;
            case RPM -> RPM;
            case ALPM -> ARCH;
            case APK, GENTOO -> PORTAGE;
            case CONAN -> CONAN;
            case DATETIME -> DATETIME;
            case LEXICOGRAPHIC, GIT -> LEXICOGRAPHIC;
            case COMPOSER, CRAN, GENERIC, HACKAGE, INTDOT, NGINX, OPENSSL -> GENERIC;
        };
    }

    private static int byCodePoint(String one, String other) {
        var length = Math.min(one.length(), other.length());
        for (var at = 0; at < length; at++) {
            var left = one.charAt(at);
            var right = other.charAt(at);
            if (left != right) {
                return Character.isSurrogate(left) != Character.isSurrogate(right)
                        ? Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right))
                        : Character.compare(left, right);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
