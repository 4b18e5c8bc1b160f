package tsukasa.myjvn.hnd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// How a question ended, as the status element tells it.
///
/// @param most    how many a method answers with at a time
/// @param first   counted from 1
/// @param refused null if it was answered
record Outcome(
        Map<String, String> echo,
        Language language,
        int most,
        long total,
        int answered,
        long first,
        @Nullable Refused refused) {
    static Outcome refused(Map<String, String> echo, Language language, Refused why) {
        return new Outcome(echo, language, 0, 0, 0, 0, why);
    }

    /// Names that the question repeats never stand twice; the method is always told.
    void write(Xml xml, String... more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("version", "3.3");
        all.put("method", "");
        all.put("lang", language.tag());
        all.put("retCd", refused == null ? "0" : "1");
        all.put("retMax", number(most));
        all.put("errCd", refused == null ? "" : refused.fault().code());
        all.put("errMsg", refused == null ? "" : refused.message(language));
        all.put("totalRes", number(total));
        all.put("totalResRet", number(answered));
        all.put("firstRes", number(first));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        all.putAll(echo);
        xml.empty(
                "status:Status",
                all.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new));
    }

    private String number(long value) {
        return refused == null ? Long.toString(value) : "";
    }

    /// An answer of nothing but the status: nothing was found, or the question was refused.
    byte[] alone() {
        return Xml.bytes(xml -> {
            ResultElement.open(xml);
            write(xml);
            xml.close();
        });
    }
}
