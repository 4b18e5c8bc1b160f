package tsukasa.naming;

/// A CPE name 製品識別名: the eleven attributes of the well-formed name of NISTIR 7695.
public record CpeName(
        CpeValue part,
        CpeValue vendor,
        CpeValue product,
        CpeValue version,
        CpeValue update,
        CpeValue edition,
        CpeValue language,
        CpeValue softwareEdition,
        CpeValue targetSoftware,
        CpeValue targetHardware,
        CpeValue other) {

    /// A product of which nothing else is said; the part is `a`, `o` or `h`.
    public static CpeName of(String part, String vendor, String product, CpeValue version) {
        return new CpeName(
                CpeValue.literal(part),
                CpeValue.literal(vendor),
                CpeValue.literal(product),
                version,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY);
    }

    /// From values in the order of [CpeAttribute].
    public static CpeName of(CpeValue[] values) {
        return new CpeName(
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7],
                values[8],
                values[9],
                values[10]);
    }

    /// A formatted string as people write it: without the values at its end that say nothing.
    public static String brief(String formatted) {
        var end = formatted.length();
        while (formatted.startsWith(":*", end - 2) && !escaped(formatted, end - 2)) {
            end -= 2;
        }
        return formatted.substring(0, end);
    }

    /// A colon after a backslash is a part of a value, unless the backslash is one too.
    private static boolean escaped(String text, int at) {
        var first = at;
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }

    /// The product alone, whatever its version and edition.
    public CpeName bare() {
        return new CpeName(
                part,
                vendor,
                product,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY,
                CpeValue.ANY);
    }

    public CpeValue value(CpeAttribute attribute) {
        return switch (attribute) {
            case PART -> part;
            case VENDOR -> vendor;
            case PRODUCT -> product;
            case VERSION -> version;
            case UPDATE -> update;
            case EDITION -> edition;
            case LANGUAGE -> language;
            case SOFTWARE_EDITION -> softwareEdition;
            case TARGET_SOFTWARE -> targetSoftware;
            case TARGET_HARDWARE -> targetHardware;
            case OTHER -> other;
        };
    }

    public CpeName with(CpeAttribute attribute, CpeValue value) {
        var values = new CpeValue[CpeAttribute.values().length];
        for (var each : CpeAttribute.values()) {
            values[each.ordinal()] = each == attribute ? value : value(each);
        }
        return of(values);
    }

    /// The formatted string of CPE 2.3.
    @Override
    public String toString() {
        var text = new StringBuilder(80).append("cpe:2.3");
        for (var attribute : CpeAttribute.values()) {
            text.append(':').append(value(attribute).text());
        }
        return text.toString();
    }
}
