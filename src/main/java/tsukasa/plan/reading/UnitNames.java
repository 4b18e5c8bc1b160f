package tsukasa.plan.reading;

import java.util.Map;
import tsukasa.kernel.Text;

/// Counters and what they count in English.
final class UnitNames {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("社", "companies"),
            Map.entry("件", "cases"),
            Map.entry("人", "people"),
            Map.entry("名", "people"),
            Map.entry("者", "people"),
            Map.entry("組織", "organisations"),
            Map.entry("団体", "organisations"),
            Map.entry("機関", "institutions"),
            Map.entry("校", "schools"),
            Map.entry("回", "times"),
            Map.entry("部", "copies"),
            Map.entry("冊", "volumes"),
            Map.entry("点", "points"),
            Map.entry("本", "items"),
            Map.entry("箇所", "places"),
            Map.entry("か所", "places"),
            Map.entry("地域", "regions"),
            Map.entry("日", "days"),
            Map.entry("時間", "hours"),
            Map.entry("円", "yen"),
            Map.entry("百万円", "million yen"),
            Map.entry("%", "per cent"));

    private UnitNames() {}

    static Text words(String counter) {
        return Text.of(counter, ENGLISH.getOrDefault(counter, counter));
    }

    /// An id for `units`.
    static String code(String counter) {
        return LabelDictionary.inventedCode("u", counter);
    }
}
