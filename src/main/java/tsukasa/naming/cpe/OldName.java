package tsukasa.naming.cpe;

import java.util.Arrays;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeValue;

/// CPE 1.1, withdrawn in 2009, from old advisories: read where it names one product, refused where it names a platform
/// of several or uses the operators `!`, `~` and `;`, which no later version can say.
final class OldName {
    private static final String HARDWARE = "cpe:/";

    private OldName() {}

    static CpeName read(String text) {
        var from = HARDWARE.length() + 1;
        var part = "o";
        if (from < text.length() && text.charAt(from) == '/') {
            part = "a";
            from++;
        }
        for (var at = from; at < text.length(); at++) {
            if ("!~;/".indexOf(text.charAt(at)) >= 0) {
                throw new NotAName(
                        Text.of("CPE 1.1 の複数製品名は読めません", "A CPE 1.1 name of several products cannot be read"), at);
            }
        }
        var values = new CpeValue[CpeAttribute.values().length];
        Arrays.fill(values, CpeValue.ANY);
        values[0] = CpeValue.literal(part);
        var attribute = 1;
        for (var at = from; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == ':') {
                if (attribute > CpeAttribute.LANGUAGE.ordinal()) {
                    throw new NotAName(Text.of("要素が多すぎます", "Too many components"), from);
                }
                values[attribute++] = ValueReader.uri(text, from, at);
                from = at + 1;
            }
        }
        return NameReader.checked(values, 0);
    }
}
