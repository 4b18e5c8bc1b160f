package tsukasa.plan.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Plans of invented agencies, each numbered, phrased and printed in a way of its own; and texts that are no plans.
final class TextSamples {
    static final List<String> PLANS = List.of("dai", "official", "html", "tabs", "pipes", "plain", "mixed", "runs");
    static final List<String> OTHERS = List.of(
            "novel.txt", "mail.txt", "data.json", "source.java", "shopping.txt", "page.html", "law.txt", "diary.csv");

    private TextSamples() {}

    static String plan(String name) {
        return new String(Readings.resource(name + ".txt"), StandardCharsets.UTF_8);
    }
}
