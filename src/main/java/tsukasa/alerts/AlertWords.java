package tsukasa.alerts;

/// A draft as it is typed; anything may still be missing.
///
/// @param products   one a line: a CPE name or `vendor / product`, then `|` and the versions concerned
/// @param cves       parted by blanks, commas or lines
/// @param references one a line: an address, then a blank and its name
/// @param whatJa     what is new in this edition
public record AlertWords(
        String titleJa,
        String titleEn,
        String summaryJa,
        String summaryEn,
        String actionJa,
        String actionEn,
        String urgency,
        String products,
        String cves,
        String references,
        String contact,
        String whatJa,
        String whatEn) {
    public static final AlertWords NONE = new AlertWords("", "", "", "", "", "", "", "", "", "", "", "", "");

    public AlertWords saying(String ja, String en) {
        return new AlertWords(
                titleJa,
                titleEn,
                summaryJa,
                summaryEn,
                actionJa,
                actionEn,
                urgency,
                products,
                cves,
                references,
                contact,
                ja,
                en);
    }
}
