package tsukasa.myjvn.hnd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.myjvn.hnd.ScoreReading.Told;

/// What it leads to, in words, by the vector that counts: for entries whose impact nobody described.
final class ImpactWords {
    private ImpactWords() {}

    static Text of(List<Told> scores) {
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        scores.stream()
                .max(Comparator.comparing((Told told) -> told.version().equals("3.0"))
                        .thenComparing(Told::version))
                .ifPresent(told -> {
                    add(told.vector(), "C", "情報が漏えいする", "disclose information", ja, en);
                    add(told.vector(), "I", "情報が改ざんされる", "alter information", ja, en);
                    add(told.vector(), "A", "サービスが妨害される", "disrupt the service", ja, en);
                });
        return ja.isEmpty()
                ? Text.of("影響は情報源に示されていません。", "The sources do not tell the impact.")
                : Text.of(String.join("、", ja) + "可能性があります。", "An attacker may " + String.join(", ", en) + ".");
    }

    /// The metric of version 4 is that of the vulnerable system.
    private static void add(
            String vector, String metric, String ja, String en, List<String> all, List<String> english) {
        for (String each : vector.split("/")) {
            boolean meant = each.startsWith(metric + ":") || each.startsWith("V" + metric + ":");
            if (meant && !each.endsWith(":N")) {
                all.add(ja);
                english.add(en);
                return;
            }
        }
    }
}
