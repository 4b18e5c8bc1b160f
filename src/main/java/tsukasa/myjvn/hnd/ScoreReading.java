package tsukasa.myjvn.hnd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.ScoreClaim;

/// The scores of an entry as they are told. Clients recompute the score from the vector, so the score is the vector's,
/// and a vector that cannot be read is left out.
@Component
class ScoreReading {
    private final CvssReader cvss;

    ScoreReading(CvssReader cvss) {
        this.cvss = cvss;
    }

    /// @param version `2.0`, `3.0` or `4.0`: 3.1 is told as 3.0, as it always was here
    record Told(String version, String vector, CvssScore base) {
        String severity() {
            String name = base.severity().name();
            return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /// One of each version, the one that counts, the newest first.
    List<Told> chosen(Entry entry, String... versions) {
        Map<String, Told> first = new LinkedHashMap<>();
        List<Told> all = all(entry);
        for (String version : versions) {
            all.stream()
                    .filter(told -> told.version().equals(version))
                    .findFirst()
                    .ifPresent(told -> first.put(version, told));
        }
        return List.copyOf(first.values());
    }

    /// Each vector once, those that count before others of their version.
    List<Told> all(Entry entry) {
        Map<String, Told> each = new LinkedHashMap<>();
        for (ScoreClaim claim : entry.scores()) {
            if (cvss.read(claim.vector()) instanceof CvssReading.Read read) {
                String version = claim.version().charAt(0) + ".0";
                each.putIfAbsent(
                        claim.vector(),
                        new Told(version, claim.vector(), read.scores().base()));
            }
        }
        return List.copyOf(each.values());
    }
}
