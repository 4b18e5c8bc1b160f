package tsukasa.exposure.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tsukasa.exposure.Part;
import tsukasa.kernel.Text;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Epss;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Rule;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdict.Reason;

class OrderTests {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private final Random random = new Random(4);

    @Test
    void the_gravest_come_first_in_the_same_order_however_they_came() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            findings.add(finding(i));
        }
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Order.GRAVEST);
        assertThat(Order.gravest(findings)).isEqualTo(sorted);
    }

    private Finding finding(int number) {
        Part part = new Part("c" + number, "p" + random.nextInt(5), "1." + random.nextInt(3), null, List.of());
        Integer tenths = random.nextInt(4) == 0 ? null : random.nextInt(3) * 40;
        EntryHead head = new EntryHead(
                number,
                new EntryId(2026, number),
                random.nextInt(5) == 0 ? null : new CveId(2020 + random.nextInt(6), 1_000 + random.nextInt(50)),
                Standing.PUBLISHED,
                Text.same("-"),
                tenths == null ? null : Severity.values()[random.nextInt(5)],
                tenths,
                List.of(),
                random.nextInt(6) == 0 ? LocalDate.of(2026, 1, 1) : null,
                DAY,
                DAY,
                DAY);
        Answer answer = random.nextBoolean() ? Answer.AFFECTED : Answer.POSSIBLY;
        Reason reason = new Reason(Feed.NVD, "", answer, Rule.LISTED, "1", "", "generic", null);
        Epss epss = random.nextBoolean() ? null : new Epss(random.nextInt(3) / 4.0, 0.5, LocalDate.of(2026, 3, 1));
        return new Finding(
                part, new Verdict(0, number, head.number(), head.cve(), reason, List.of()), head, epss, null);
    }
}
