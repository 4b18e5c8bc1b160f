package tsukasa.myjvn.oka;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.vulnerability.Products;
import tsukasa.vulnerability.Products.Vendor;

/// Names of vendors and products: `jvnpid:1.0::vendor:product`, and CPE as the schemas of this feed write it, with what
/// is no plain letter as `%xx`.
@Component
class OkaNames {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private final Products products;

    OkaNames(Products products) {
        this.products = products;
    }

    static String jvnpid(String vendor, String product) {
        return "jvnpid:1.0::" + escaped(vendor) + ":" + escaped(product);
    }

    static String vendorId(String vendor) {
        return "jvnpid:1.0::" + escaped(vendor);
    }

    /// @param part `a`, `o`, `h` or empty
    static String cpe(String part, String vendor, String product) {
        return "cpe:2.3:" + part + ":" + escaped(vendor) + ":" + escaped(product);
    }

    static String escaped(String written) {
        StringBuilder text = new StringBuilder();
        for (byte letter : written.replace("\\", "").getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (letter & 0xff);
            boolean same = plain < 0x80 && (Character.isLetterOrDigit(plain) || "._-~".indexOf(plain) >= 0);
            text.append(same ? String.valueOf(plain) : "%%%02x".formatted((int) plain));
        }
        return text.toString();
    }

    /// A part of a name as CPE 2.3 writes it; a `*` at its end stays.
    static String formatted(String part, String parameter) {
        return written(decoded(part, parameter), true);
    }

    /// The same, but every sign means itself.
    static String literal(String part, String parameter) {
        return written(decoded(part, parameter), false);
    }

    private static String decoded(String part, String parameter) {
        try {
            return URLDecoder.decode(part.replace("+", "%2b"), StandardCharsets.UTF_8)
                    .replace("\\", "")
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new OkaRefused(Why.NAME, parameter);
        }
    }

    private static String written(String plain, boolean open) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            boolean same = Character.isLetterOrDigit(letter)
                    || "._-".indexOf(letter) >= 0
                    || open && letter == '*' && i == plain.length() - 1;
            text.append(same ? "" : "\\").append(letter);
        }
        return text.toString();
    }

    /// @param part    of CPE, `*` for any
    /// @param version as it came; empty where none is told
    record Named(String part, String vendor, String product, String version) {}

    static Named named(OkaAsked asked, String parameter) {
        String type = asked.text("nameType").orElse("cpe");
        String text = asked.text(parameter).orElse("");
        String[] parts = text.split(":", -1);
        boolean cpe = type.equals("cpe") && text.startsWith("cpe:2.3:");
        boolean jvnpid = type.equals("jvnpid") && text.startsWith("jvnpid:1.0:");
        boolean old = type.equals("cpe") && text.startsWith("cpe:/");
        if (!cpe && !jvnpid && !old || parts.length < (old ? 3 : 4)) {
            throw new OkaRefused(Why.NAME, parameter);
        }
        int at = old ? 1 : 2;
        String part = jvnpid ? "*" : parts[at].replace("/", "");
        if (!Set.of("", "a", "o", "h", "*", "-").contains(part)) {
            throw new OkaRefused(Why.NAME, parameter);
        }
        return new Named(
                part.isEmpty() || part.equals("-") ? "*" : part,
                formatted(parts[at + 1], parameter),
                parts.length > at + 2 ? formatted(parts[at + 2], parameter) : "*",
                parts.length > at + 3 ? decoded(parts[at + 3], parameter) : "");
    }

    /// The products a question is about; null for all.
    @Nullable
    Set<Long> about(OkaAsked asked) {
        if (asked.text("productName").isEmpty()) {
            if (asked.text("nameType").isPresent()) {
                throw new OkaRefused(Why.MISSING, "productName");
            }
            return null;
        }
        String type = asked.text("nameType").orElse("cpe");
        return switch (type) {
            case "cpe", "jvnpid" -> {
                Named named = named(asked, "productName");
                yield products.ofCpe(named.part(), named.vendor(), named.product());
            }
            case "pid" -> products.whole(Set.of(number(asked)));
            case "vid" -> products.ofVendors(Set.of(number(asked)));
            default -> throw new OkaRefused(Why.WORD, "nameType");
        };
    }

    private static long number(OkaAsked asked) {
        String text = asked.text("productName").orElse("");
        if (!NUMBER.matcher(text).matches()) {
            throw new OkaRefused(Why.NUMBER, "productName");
        }
        return Long.parseLong(text);
    }

    Products.Listed<Vendor> vendors(OkaAsked asked, long from, int size) {
        String key = asked.text("vendorName").isEmpty()
                ? "*"
                : named(asked, "vendorName").vendor();
        return products.namedVendors(asked.text("keyword").orElse(""), key, from, size);
    }
}
