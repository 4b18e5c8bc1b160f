package tsukasa.watching.keeping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.Component;
import tsukasa.watching.NewItem;

/// The names of watched products, as text and as the database of vulnerabilities understands them.
@org.springframework.stereotype.Component
class Names {
    private static final Pattern BY_NUMBER = Pattern.compile("product:([0-9]{1,15})(?:@(.{1,200}))?");
    private final CpeNames cpes;
    private final PackageUrls urls;

    Names(CpeNames cpes, PackageUrls urls) {
        this.cpes = cpes;
        this.urls = urls;
    }

    Optional<Component> read(String name) {
        Matcher number = BY_NUMBER.matcher(name);
        if (number.matches()) {
            return Optional.of(new Component.ByProduct(Long.parseLong(number.group(1)), number.group(2)));
        }
        if (name.regionMatches(true, 0, "pkg:", 0, 4)) {
            return urls.read(name) instanceof PackageUrlReading.Read read
                    ? Optional.of(new Component.ByPackage(read.url()))
                    : Optional.empty();
        }
        return cpes.read(name) instanceof CpeReading.Read read
                ? Optional.of(new Component.ByCpe(read.name()))
                : Optional.empty();
    }

    List<Component> components(List<String> names) {
        return names.stream().map(this::read).flatMap(Optional::stream).toList();
    }

    /// Of several that are called the same, the first.
    static Map<String, NewItem> byDigest(Collection<NewItem> items) {
        Map<String, NewItem> all = new LinkedHashMap<>();
        items.forEach(item -> all.putIfAbsent(digest(item.names()), item));
        return all;
    }

    /// As text: 32 hexadecimal digits.
    static String digest(List<String> names) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest(String.join("\n", names).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
