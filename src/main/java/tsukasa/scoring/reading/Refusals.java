package tsukasa.scoring.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssReading.Refused;
import tsukasa.scoring.CvssVersion;

/// The words in which a vector is refused.
final class Refusals {
    private static final int SHOWN = 40;

    private Refusals() {}

    static Refused whole(String ja, String en) {
        return new Refused(Text.of(ja, en), 0, "");
    }

    static Refused tooLong() {
        return whole(
                "ベクトルが長すぎます。" + Parsing.LONGEST + "文字までです。",
                "The vector is too long. It may have " + Parsing.LONGEST + " characters.");
    }

    static Refused character(int codePoint, int position) {
        String code = "U+%04X".formatted(codePoint);
        return new Refused(
                Text.of(
                        position + "文字目に、使えない文字（" + code + "）があります。半角の英数字と : / . だけで書きます。",
                        "Character " + position + " (" + code
                                + ") does not belong in a vector. Use plain letters, digits, : / and ."),
                position,
                code);
    }

    static Refused prefix(String prefix, int position) {
        String shown = shown(prefix);
        return new Refused(
                Text.of(
                        "「" + shown + "」は知らない版です。CVSS:3.0/、CVSS:3.1/、CVSS:4.0/ のどれかで始めます。2.0 には付けません。",
                        "“" + shown
                                + "” is no version we know. Start with CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/; 2.0 needs no prefix."),
                position,
                shown);
    }

    static Refused empty(int position) {
        return new Refused(
                Text.of(
                        position + "文字目の「/」の隣に、評価項目がありません。",
                        "There is no metric beside the slash at character " + position + "."),
                position,
                "/");
    }

    static Refused noPair(String part, int position) {
        String shown = shown(part);
        return new Refused(
                Text.of(
                        "「" + shown + "」は「項目:値」の形ではありません。AV:N のように書きます。",
                        "“" + shown + "” is not a metric and a value. Write it like AV:N."),
                position,
                shown);
    }

    static Refused unknownMetric(Metrics metrics, String id, int position) {
        String shown = shown(id);
        String number = metrics.version().number();
        return new Refused(
                advice(metrics, id)
                        .map(advice -> Text.of(
                                "CVSS " + number + " に「" + shown + "」という項目はありません。" + advice.ja(),
                                "CVSS " + number + " has no metric “" + shown + "”. " + advice.en()))
                        .orElseGet(() -> Text.of(
                                "CVSS " + number + " に「" + shown + "」という項目はありません。",
                                "CVSS " + number + " has no metric “" + shown + "”.")),
                position,
                shown);
    }

    private static Optional<Text> advice(Metrics metrics, String id) {
        Optional<String> otherCase = metrics.inOrder().stream()
                .map(CvssMetric::id)
                .filter(known -> known.equalsIgnoreCase(id))
                .findFirst();
        if (otherCase.isPresent()) {
            return otherCase.map(
                    known -> Text.of("大文字と小文字を区別し、「" + known + "」と書きます。", "Case matters: write “" + known + "”."));
        }
        String others = Arrays.stream(CvssVersion.values())
                .filter(version -> Metrics.of(version).place(id) != null)
                .map(CvssVersion::number)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of(
                        "CVSS " + others + " の項目です。そのベクトルなら、先頭の版を直してください。",
                        "It belongs to CVSS " + others + "; if that is what this is, correct the version in front."));
    }

    static Refused unknownValue(Metrics metrics, CvssMetric metric, String value, int position, String part) {
        String shown = shown(value);
        String values = metric.values().stream().map(CvssMetric.Value::id).collect(Collectors.joining(", "));
        String number = metrics.version().number();
        return new Refused(
                Text.of(
                        metric.name().ja() + "（" + metric.id() + "）の値「" + shown + "」は CVSS " + number + " にありません。値は "
                                + values + " です。",
                        metric.name().en() + " (" + metric.id() + ") has no value “" + shown + "” in CVSS " + number
                                + ". Its values are " + values + "."),
                position,
                shown(part));
    }

    static Refused twice(CvssMetric metric, int position, String part) {
        return new Refused(
                Text.of(
                        metric.name().ja() + "（" + metric.id() + "）が2回あります。1回だけ書きます。",
                        metric.name().en() + " (" + metric.id() + ") stands there twice. Write it once."),
                position,
                shown(part));
    }

    static Refused order(CvssMetric metric, CvssMetric before, int position, String part) {
        return new Refused(
                Text.of(
                        "CVSS 4.0 では順序が決まっています。" + metric.id() + " は " + before.id() + " より前に書きます。",
                        "CVSS 4.0 prescribes the order: " + metric.id() + " comes before " + before.id() + "."),
                position,
                shown(part));
    }

    static Refused missing(List<CvssMetric> missing) {
        String ja = missing.stream()
                .map(metric -> metric.name().ja() + "（" + metric.id() + "）")
                .collect(Collectors.joining("、"));
        String en = missing.stream()
                .map(metric -> metric.name().en() + " (" + metric.id() + ")")
                .collect(Collectors.joining(", "));
        return whole("基本評価の項目が足りません：" + ja + "。", "Base metrics are missing: " + en + ".");
    }

    private static String shown(String part) {
        return part.length() <= SHOWN ? part : part.substring(0, SHOWN) + "…";
    }
}
