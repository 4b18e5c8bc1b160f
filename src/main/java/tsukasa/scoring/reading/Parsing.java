package tsukasa.scoring.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssReading.Refused;
import tsukasa.scoring.CvssVersion;

/// One vector being read. Whatever is wrong ends it with what and where.
final class Parsing {
    /// A 4.0 vector that says everything has some 200 characters.
    static final int LONGEST = 300;

    private final String written;
    private final boolean inOrder;
    private int start;
    private int end;

    /// Why it ends; thrown within this class only.
    private static final class Stop extends RuntimeException {
        private final transient Refused refused;

        Stop(Refused refused) {
            super(null, null, false, false);
            this.refused = refused;
        }
    }

    /// @param values what was read; null if it was refused
    record Result(@Nullable Values values, @Nullable Refused refused) {}

    private Parsing(String written, boolean inOrder) {
        this.written = written;
        this.inOrder = inOrder;
        this.end = written.length();
    }

    static Result read(String written, CvssVersion unlessSaid, boolean inOrder) {
        Parsing parsing = new Parsing(written, inOrder);
        try {
            return new Result(parsing.values(unlessSaid), null);
        } catch (Stop stop) {
            return new Result(null, stop.refused);
        }
    }

    private Values values(CvssVersion unlessSaid) {
        trim();
        if (start == end) {
            throw new Stop(Refusals.whole("ベクトルが入力されていません。", "There is no vector."));
        }
        if (end - start > LONGEST) {
            throw new Stop(Refusals.tooLong());
        }
        onlyPrintable();
        Metrics metrics = Metrics.of(version(unlessSaid));
        if (metrics.version() == CvssVersion.V2_0) {
            withoutBrackets();
        }
        Values values = new Values(metrics);
        if (start == end) {
            throw new Stop(Refusals.missing(values.missing()));
        }
        parts(values);
        if (!values.missing().isEmpty()) {
            throw new Stop(Refusals.missing(values.missing()));
        }
        return values;
    }

    private void trim() {
        while (start < end && written.charAt(start) <= ' ' && written.charAt(start) != 0) {
            start++;
        }
        while (end > start && written.charAt(end - 1) <= ' ' && written.charAt(end - 1) != 0) {
            end--;
        }
    }

    private void onlyPrintable() {
        for (int i = start; i < end; i++) {
            char c = written.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new Stop(Refusals.character(written.codePointAt(i), place(i)));
            }
        }
    }

    private CvssVersion version(CvssVersion unlessSaid) {
        for (CvssVersion version : CvssVersion.values()) {
            if (!version.prefix().isEmpty() && written.startsWith(version.prefix(), start)) {
                start += version.prefix().length();
                return version;
            }
        }
        if (written.startsWith("CVSS2#", start)) {
            start += "CVSS2#".length();
            return CvssVersion.V2_0;
        }
        if (written.startsWith("CVSS:2.0/", start)) {
            start += "CVSS:2.0/".length();
            return CvssVersion.V2_0;
        }
        if (written.substring(start, end).toUpperCase(Locale.ROOT).startsWith("CVSS")) {
            int slash = written.indexOf('/', start);
            throw new Stop(Refusals.prefix(written.substring(start, slash < 0 ? end : slash), place(start)));
        }
        return unlessSaid;
    }

    private void withoutBrackets() {
        boolean opened = start < end && written.charAt(start) == '(';
        boolean closed = end > start && written.charAt(end - 1) == ')';
        if (opened && closed) {
            start++;
            end--;
        } else if (opened || closed) {
            int at = opened ? start : end - 1;
            throw new Stop(new Refused(
                    Text.of("かっこが片方だけです。", "One bracket has no other."),
                    place(at),
                    String.valueOf(written.charAt(at))));
        }
    }

    private void parts(Values values) {
        Metrics metrics = Metrics.of(values.version());
        int last = -1;
        int from = start;
        while (from <= end) {
            int slash = written.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            int place = part(metrics, values, from, to);
            if (inOrder && metrics.version() == CvssVersion.V4_0 && place < last) {
                throw new Stop(
                        Refusals.order(metrics.at(place), metrics.at(last), place(from), written.substring(from, to)));
            }
            last = place;
            from = to + 1;
        }
    }

    private int part(Metrics metrics, Values values, int from, int to) {
        String part = written.substring(from, to);
        if (part.isEmpty()) {
            throw new Stop(Refusals.empty(place(Math.min(from, written.length() - 1))));
        }
        int colon = part.indexOf(':');
        if (colon <= 0 || colon == part.length() - 1) {
            throw new Stop(Refusals.noPair(part, place(from)));
        }
        String id = part.substring(0, colon);
        Integer place = metrics.place(id);
        if (place == null) {
            throw new Stop(Refusals.unknownMetric(metrics, id, place(from)));
        }
        CvssMetric metric = metrics.at(place);
        String value = part.substring(colon + 1);
        if (metric.value(value).isEmpty()) {
            throw new Stop(Refusals.unknownValue(metrics, metric, value, place(from), part));
        }
        if (values.has(place)) {
            throw new Stop(Refusals.twice(metric, place(from), part));
        }
        values.put(place, value);
        return place;
    }

    /// As people count.
    private static int place(int index) {
        return index + 1;
    }
}
