package tsukasa.naming.purl;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tsukasa.naming.PackageUrl;

/// What each type of package asks of its names, beyond the general rules.
final class PurlTypes {
    private static final Set<String> NAMESPACE_FOLDED = Set.of(
            "alpm",
            "apk",
            "bitbucket",
            "brew",
            "composer",
            "deb",
            "git",
            "github",
            "gitlab",
            "hex",
            "qpkg",
            "rpm",
            "vscode-extension",
            "luarocks");
    private static final Set<String> NAME_FOLDED = Set.of(
            "alpm",
            "apk",
            "bitbucket",
            "bitnami",
            "brew",
            "composer",
            "deb",
            "git",
            "github",
            "gitlab",
            "hex",
            "oci",
            "otp",
            "pub",
            "pypi",
            "vcpkg",
            "vscode-extension",
            "luarocks");
    private static final Set<String> NAMESPACE_NEEDED = Set.of("swift", "vscode-extension");
    private static final Set<String> NAMESPACE_FORBIDDEN = Set.of("otp", "vcpkg");

    private PurlTypes() {}

    static PackageUrl normal(
            String givenType,
            @Nullable String givenNamespace,
            String givenName,
            @Nullable String givenVersion,
            TreeMap<String, String> qualifiers,
            @Nullable String givenSubpath) {
        var type = type(givenType);
        var namespace = blankIsNone(givenNamespace);
        var name = givenName;
        if (type.equals("git") && namespace != null && namespace.indexOf('/') > 0) {
            var host = namespace.substring(0, namespace.indexOf('/'));
            name = namespace.substring(host.length() + 1) + "/" + name;
            namespace = host;
        }
        if (namespace != null && NAMESPACE_FOLDED.contains(type)) {
            namespace = namespace.toLowerCase(Locale.ROOT);
        }
        name = name(type, name, qualifiers);
        var version = blankIsNone(givenVersion);
        if (version != null && (type.equals("huggingface") || type.equals("oci"))) {
            version = version.toLowerCase(Locale.ROOT);
        }
        check(type, namespace, name, version, qualifiers);
        return new PackageUrl(type, namespace, name, version, qualifiers, blankIsNone(givenSubpath));
    }

    private static String type(String given) {
        var type = given.toLowerCase(Locale.ROOT);
        var fits = !type.isEmpty() && type.charAt(0) >= 'a' && type.charAt(0) <= 'z';
        for (var at = 0; fits && at < type.length(); at++) {
            var sign = type.charAt(at);
            fits = sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' || sign == '.' || sign == '-';
        }
        if (!fits) {
            throw new NotAUrl("種別に使えない文字があります", "Not the type of a package", 4);
        }
        return type;
    }

    private static String name(String type, String name, TreeMap<String, String> qualifiers) {
        var folded = NAME_FOLDED.contains(type)
                || type.equals("mlflow")
                        && qualifiers.getOrDefault("repository_url", "").contains("databricks");
        var result = folded ? name.toLowerCase(Locale.ROOT) : name;
        return switch (type) {
            case "pypi" -> result.replace('_', '-');
            case "pub" -> result.replaceAll("[^a-z0-9_]", "_");
            default -> result;
        };
    }

    private static void check(
            String type,
            @Nullable String namespace,
            String name,
            @Nullable String version,
            TreeMap<String, String> qualifiers) {
        if (namespace == null && NAMESPACE_NEEDED.contains(type)) {
            throw new NotAUrl(type + " には名前空間が要ります", type + " needs a namespace", 4);
        }
        if (namespace != null && NAMESPACE_FORBIDDEN.contains(type)) {
            throw new NotAUrl(type + " には名前空間がありません", type + " has no namespace", 4);
        }
        if (type.equals("cpan") && name.contains("::")) {
            throw new NotAUrl("cpan の名前は配布物の名前です", "A name of cpan is that of a distribution, not of a module", 4);
        }
        if (type.equals("julia") && !qualifiers.containsKey("uuid")) {
            throw new NotAUrl("julia には uuid が要ります", "julia needs a uuid", 4);
        }
        if (type.equals("chrome-extension")
                && !(name.matches("[a-p]{32}")
                        && (version == null || version.matches("[0-9]{1,5}(\\.[0-9]{1,5}){0,3}")))) {
            throw new NotAUrl("chrome-extension の識別子または版が違います", "Not an identifier or version of chrome-extension", 4);
        }
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
