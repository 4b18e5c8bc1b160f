package tsukasa.exposure.osv;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;

/// A question of OSV.
///
/// @param url   what is asked about; null where nothing here can answer: a commit, a type of package that OSV does not
///              know, or an ecosystem for which nothing is held
/// @param bogus an ecosystem that OSV does not know, where it is asked about one; else empty
/// @param after the entry with which the page before ended, 0 for the first page
record Query(@Nullable PackageUrl url, long after, String bogus) {
    private static final Pattern COMMIT = Pattern.compile("(?:[0-9a-fA-F]{2}){1,32}");
    private static final int LONGEST = 2000;

    static Query read(JsonNode json, PackageUrls urls) {
        if (!json.isObject()) {
            throw Refusal.invalid("Invalid query.");
        }
        long after = after(text(json, "page_token", "pageToken"));
        String commit = text(json, "commit");
        String version = text(json, "version");
        if (!commit.isEmpty()) {
            if (!version.isEmpty()) {
                throw Refusal.invalid("Invalid query: commit and version exclude each other.");
            }
            if (!COMMIT.matcher(commit).matches()) {
                throw Refusal.invalid("Invalid hash.");
            }
            return new Query(null, after, "");
        }
        JsonNode asked = json.path("package");
        if (!asked.isObject()) {
            throw Refusal.invalid("Invalid query.");
        }
        String ecosystem = text(asked, "ecosystem");
        PackageUrl url = url(asked, version, urls);
        return new Query(
                url, after, url == null && !ecosystem.isEmpty() && !Ecosystem.known(ecosystem) ? ecosystem : "");
    }

    private static @Nullable PackageUrl url(JsonNode asked, String version, PackageUrls urls) {
        String name = text(asked, "name");
        String ecosystem = text(asked, "ecosystem");
        String purl = text(asked, "purl");
        if (purl.isEmpty()) {
            return named(name, ecosystem, version);
        }
        if (!name.isEmpty()) {
            throw Refusal.invalid("name specified in a PURL query");
        }
        if (!ecosystem.isEmpty()) {
            throw Refusal.invalid("ecosystem specified in a PURL query");
        }
        return switch (urls.read(purl)) {
            case PackageUrlReading.Refused(var why, int at) ->
                throw Refusal.invalid("Invalid Package URL: " + why.en() + " (at " + at + ").");
            case PackageUrlReading.Read(PackageUrl url) -> {
                if (url.version() != null && !version.isEmpty()) {
                    throw Refusal.invalid("version specified in params and PURL query");
                }
                yield Ecosystem.of(url).isEmpty() ? null : version.isEmpty() ? url : at(url, version);
            }
        };
    }

    private static PackageUrl at(PackageUrl url, String version) {
        return new PackageUrl(url.type(), url.namespace(), url.name(), version, url.qualifiers(), url.subpath());
    }

    private static @Nullable PackageUrl named(String name, String ecosystem, String version) {
        if (name.isEmpty() || ecosystem.isEmpty()) {
            throw Refusal.invalid("Invalid query: a package needs a purl, or a name and an ecosystem.");
        }
        int colon = ecosystem.indexOf(':');
        return Ecosystem.named(ecosystem)
                .map(each -> each.url(
                        name, colon < 0 ? "" : ecosystem.substring(colon + 1), version.isEmpty() ? null : version))
                .orElse(null);
    }

    private static String text(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                if (!value.isString()) {
                    throw Refusal.invalid("Invalid query: " + name + " is not a string.");
                }
                String text = value.asString().strip();
                if (text.length() > LONGEST) {
                    throw Refusal.invalid("Invalid query: " + name + " is too long.");
                }
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /// An ecosystem that nobody knows is a mistake, if it is all that is asked about.
    Query sound() {
        if (!bogus.isEmpty()) {
            throw Refusal.invalid("Invalid ecosystem.");
        }
        return this;
    }

    boolean versioned() {
        return Optional.ofNullable(url).map(PackageUrl::version).isPresent();
    }

    static String token(long after) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after:" + after).getBytes(StandardCharsets.US_ASCII));
    }

    private static long after(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (text.startsWith("after:")) {
                return Long.parseLong(text.substring(6));
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("Invalid page token.");
        }
        throw Refusal.invalid("Invalid page token.");
    }
}
