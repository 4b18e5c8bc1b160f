package tsukasa.plan.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.Results;
import tsukasa.scheme.DeclarationExamples;
import tsukasa.scheme.Intake;
import tsukasa.testing.SteppingClock;

/// Part of a fiscal year, told to the real services: companies that declare, results entered, proved and approved. It
/// ends on 10 January 2022, so that values, paces and forecasts are all there to be seen.
@TestConfiguration
public class YearSoFar {
    static final Visitor CLERK = new Visitor(UUID.randomUUID(), "記録 一郎", "clerk@example.jp", Set.of(Role.STAFF), null);
    static final Visitor PLANNER =
            new Visitor(UUID.randomUUID(), "承認 二郎", "planner@example.jp", Set.of(Role.PLANNER), null);
    private static final byte[] PDF = "%PDF-1.7\nminutes".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> PREFECTURES = List.of("01", "04", "15", "20", "34", "40", "47", "13");

    @Bean
    @Primary
    SteppingClock steppingClock() {
        return SteppingClock.at("2021-04-05T01:00:00Z");
    }

    @Bean
    Told told(SteppingClock clock, Intake intake, Results results) {
        return new Told(clock, intake, results);
    }

    /// Tells the months once, when the first test asks.
    static final class Told {
        private final SteppingClock clock;
        private final Intake intake;
        private final Results results;
        private boolean done;

        Told(SteppingClock clock, Intake intake, Results results) {
            this.clock = clock;
            this.intake = intake;
            this.results = results;
        }

        synchronized void once() {
            if (done) {
                return;
            }
            done = true;
            for (int month = 0; month < 10; month++) {
                declare(month);
                record(month);
                clock.step(Duration.ofDays(28));
            }
        }

        private void declare(int month) {
            for (int i = 0; i < 6; i++) {
                int index = 7_000 + month * 10 + i;
                Map<String, Object> answers =
                        i == 0 ? DeclarationExamples.twoStars(index) : DeclarationExamples.oneStar(index);
                answers.put("name", (i == 1 ? "=1+1株式会社" : "株式会社見本") + index);
                answers.put("prefecture", PREFECTURES.get((month + i) % PREFECTURES.size()));
                intake.submitAll(List.of(DeclarationExamples.submission("year-" + index, answers)));
            }
        }

        private void record(int month) {
            LocalDate day = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
            List<String> ids = new ArrayList<>();
            ids.add(enter("SEC-1.a", "株式会社電力" + month, day, 1, Optional.empty()));
            ids.add(enter("SEC-3.a", "手引きの配布", day, 5_000, Optional.empty()));
            ids.add(enter("SEC-3.b", "セミナーの回答", day, 20, Optional.of(31L)));
            ids.add(enter("ICT-1.a", "白書のダウンロード", day, 9_000, Optional.empty()));
            results.prove(ids, new NewEvidence("議事録.pdf", () -> new ByteArrayInputStream(PDF)), CLERK);
            results.approve(ids, PLANNER);
        }

        private String enter(String threshold, String subject, LocalDate day, long amount, Optional<Long> all) {
            return switch (results.enter(
                    new NewRecord(
                            threshold, subject, day, Optional.of("電力"), amount, all, "", "security", Optional.empty()),
                    CLERK)) {
                case Done(String id) -> id;
                case tsukasa.plan.RecordOutcome.Refused refused -> throw new AssertionError(refused);
            };
        }
    }
}
