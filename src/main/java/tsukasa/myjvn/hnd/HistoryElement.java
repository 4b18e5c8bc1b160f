package tsukasa.myjvn.hnd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.EntryLists.Moment;

/// How the entry came to be what it is, the first registration first. What changed at one moment is one item.
final class HistoryElement {
    private static final Text FIRST = Text.of("登録", "Registered");
    private static final Map<String, Text> FIELDS = Map.ofEntries(
            Map.entry("standing", Text.of("状態", "standing")),
            Map.entry("published", Text.of("公開日", "date of publication")),
            Map.entry("modified", Text.of("更新日", "date of update")),
            Map.entry("registered", Text.of("登録日", "date of registration")),
            Map.entry("withdrawn", Text.of("取り下げ", "withdrawn")),
            Map.entry("passages", Text.of("説明", "description")),
            Map.entry("scores", Text.of("深刻度", "severity")),
            Map.entry("weaknesses", Text.of("弱点の種類", "kind of weakness")),
            Map.entry("references", Text.of("関連情報", "related information")),
            Map.entry("configurations", Text.of("影響を受ける構成", "affected configurations")),
            Map.entry("products", Text.of("影響を受ける製品", "affected products")),
            Map.entry("aliases", Text.of("ほかの番号", "other numbers")),
            Map.entry("decisions", Text.of("対応の優先度", "priority of response")),
            Map.entry("exploitation", Text.of("悪用の状況", "exploitation")));

    private HistoryElement() {}

    static void write(Xml xml, Item item, Language language) {
        Map<Instant, List<Moment>> moments = new LinkedHashMap<>();
        item.moments()
                .forEach(moment -> moments.computeIfAbsent(moment.at(), _ -> new ArrayList<>())
                        .add(moment));
        xml.open("History");
        item(xml, 1, item.head().registered(), FIRST.in(language));
        int number = 1;
        for (Map.Entry<Instant, List<Moment>> each : moments.entrySet()) {
            String what = each.getValue().stream()
                    .map(moment -> what(moment).in(language))
                    .distinct()
                    .collect(Collectors.joining(language == Language.JA ? "／" : "; "));
            number++;
            item(xml, number, each.getKey(), what);
        }
        xml.close();
    }

    private static void item(Xml xml, int number, Instant at, String what) {
        xml.open("HistoryItem")
                .text("HistoryNo", Integer.toString(number))
                .text("DateTime", Dates.written(at))
                .text("Description", what)
                .close();
    }

    private static Text what(Moment moment) {
        Text feed = moment.feed().title();
        if (moment.fields().isEmpty()) {
            return Text.of(feed.ja() + " の情報を追加", "Added what " + feed.en() + " says");
        }
        List<Text> parts = moment.fields().stream()
                .map(field -> FIELDS.getOrDefault(field, Text.same(field)))
                .toList();
        return Text.of(
                feed.ja() + " の情報を更新：" + parts.stream().map(Text::ja).collect(Collectors.joining("、")),
                "Updated by " + feed.en() + ": " + parts.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
