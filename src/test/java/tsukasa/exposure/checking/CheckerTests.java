package tsukasa.exposure.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReader;
import tsukasa.exposure.Part;
import tsukasa.kernel.Problem;
import tsukasa.naming.CpeNames;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.Component;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Rule;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdict.Reason;
import tsukasa.vulnerability.Verdicts;

class CheckerTests {
    private final BillReader reader = mock(BillReader.class);
    private final Verdicts verdicts = mock(Verdicts.class);
    private final Checker checker = new Checker(
            reader, verdicts, mock(Entries.class), mock(PackageUrls.class), mock(CpeNames.class), Clock.systemUTC());

    @BeforeEach
    void everyPartHasTwoNames() {
        when(reader.components(any()))
                .thenReturn(List.of(new Component.ByProduct(1, "1"), new Component.ByProduct(2, "1")));
    }

    private static Bill bill(int parts) {
        return new Bill(
                "CycloneDX 1.6",
                "",
                0,
                "",
                null,
                IntStream.range(0, parts)
                        .mapToObj(at -> new Part("p" + at, "part" + at, "1", "pkg:npm/a@1", List.of()))
                        .toList(),
                List.of(),
                List.of(),
                0);
    }

    private static Verdict verdict(int component, long entry) {
        Reason reason = new Reason(Feed.NVD, "", Answer.NOT_AFFECTED, Rule.LISTED, "1", "", "generic", null);
        return new Verdict(component, entry, new EntryId(2026, (int) entry), null, reason, List.of());
    }

    private void told(BiConsumer<List<Component>, Consumer<Verdict>> answer) {
        doAnswer(call -> {
                    answer.accept(call.getArgument(0), call.getArgument(1));
                    return null;
                })
                .when(verdicts)
                .check(anyList(), any());
    }

    @Test
    void a_part_with_several_names_counts_once_and_those_nobody_speaks_of_are_listed() {
        told((_, taker) -> {
            taker.accept(verdict(2, 7));
            taker.accept(verdict(2, 8));
            taker.accept(verdict(3, 8));
            taker.accept(verdict(6, 7));
        });
        Checked checked = checker.check(bill(5), List.of());
        assertThat(checked.known()).isEqualTo(2);
        assertThat(checked.ruledOut()).isEqualTo(3);
        assertThat(checked.unmatched().count(Unmatched.Reason.UNKNOWN)).isEqualTo(3);
    }

    @Test
    void a_bill_of_which_too_much_is_said_is_refused_and_does_not_fill_the_memory() {
        told((components, taker) -> IntStream.range(0, components.size())
                .forEach(at -> IntStream.range(0, 400).forEach(entry -> taker.accept(verdict(at, 1 + entry)))));
        assertThatThrownBy(() -> checker.check(bill(20_000), List.of()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
                    assertThat(problem.next().en()).contains("Split the SBOM");
                });
    }
}
