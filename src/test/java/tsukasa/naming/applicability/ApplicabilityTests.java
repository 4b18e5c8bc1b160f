package tsukasa.naming.applicability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tsukasa.naming.Applicability;
import tsukasa.naming.Applicability.All;
import tsukasa.naming.Applicability.Any;
import tsukasa.naming.Applicability.Not;
import tsukasa.naming.Applicability.Statement;
import tsukasa.naming.ApplicabilityDesk;
import tsukasa.naming.ApplicabilityVerdict.Answer;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeValue;
import tsukasa.naming.VersionBounds;
import tsukasa.naming.VersionScheme;
import tsukasa.naming.Versions;

class ApplicabilityTests {
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext("tsukasa.naming");
    private final ApplicabilityDesk desk = beans.getBean(ApplicabilityDesk.class);
    private final Versions versions = beans.getBean(Versions.class);

    private final CpeName writer = CpeName.of("a", "acme", "writer", CpeValue.ANY);
    private final CpeName system = CpeName.of("o", "acme", "system", CpeValue.ANY);
    private final Applicability fault = new Statement(
            writer, true, versions.between(VersionScheme.GENERIC, new VersionBounds("1.0", null, null, "2.0")));
    private final Applicability platform = new Statement(system, false, null);

    private CpeName writer(CpeValue version) {
        return writer.with(CpeAttribute.VERSION, version);
    }

    private Answer answer(Applicability tree, CpeName... inventory) {
        return desk.apply(tree, List.of(inventory)).answer();
    }

    @Test
    void a_fault_on_a_platform_needs_both() {
        var tree = new All(List.of(fault, platform));
        var at15 = writer(CpeValue.literal("1.5"));
        assertThat(answer(tree, at15)).isEqualTo(Answer.NO);
        assertThat(answer(tree, system)).isEqualTo(Answer.NO);
        var verdict = desk.apply(tree, List.of(at15, system));
        assertThat(verdict.answer()).isEqualTo(Answer.YES);
        assertThat(verdict.vulnerable()).containsExactly(at15);
        assertThat(verdict.matches()).hasSize(2);
    }

    @Test
    void a_platform_alone_is_never_at_fault() {
        assertThat(desk.apply(platform, List.of(system)).vulnerable()).isEmpty();
    }

    @Test
    void a_version_out_of_range_is_no_match_and_no_version_at_all_is_undecided() {
        assertThat(answer(fault, writer(CpeValue.literal("2.0")))).isEqualTo(Answer.NO);
        assertThat(answer(fault, writer(CpeValue.literal("1.10")))).isEqualTo(Answer.YES);
        assertThat(answer(fault, writer)).isEqualTo(Answer.UNDECIDED);
        assertThat(answer(fault, writer(CpeValue.NA))).isEqualTo(Answer.NO);
        assertThat(answer(new Not(fault), writer)).isEqualTo(Answer.UNDECIDED);
    }

    @Test
    void an_update_before_the_release_comes_before_it_and_one_after_it_stays_with_it() {
        var preview = writer(CpeValue.literal("2.0")).with(CpeAttribute.UPDATE, CpeValue.literal("rc1"));
        assertThat(answer(fault, preview)).isEqualTo(Answer.YES);
        var patched = writer(CpeValue.literal("2.0")).with(CpeAttribute.UPDATE, CpeValue.literal("sp1"));
        assertThat(answer(fault, patched)).isEqualTo(Answer.NO);
        var upTo2 = new Statement(
                writer, true, versions.between(VersionScheme.GENERIC, new VersionBounds(null, null, "2.0", null)));
        assertThat(answer(upTo2, patched)).isEqualTo(Answer.YES);
    }

    @Test
    void trees_join_as_they_say() {
        assertThat(answer(new Any(List.of()), system)).isEqualTo(Answer.NO);
        assertThat(answer(new All(List.of()), system)).isEqualTo(Answer.NO);
        assertThat(answer(new Any(List.of(fault, platform)), system)).isEqualTo(Answer.YES);
        assertThat(answer(new All(List.of(platform, new Not(fault))), system)).isEqualTo(Answer.YES);
    }

    @Test
    void trees_that_never_end_are_refused() {
        Applicability deep = platform;
        for (var depth = 0; depth < 10_000; depth++) {
            deep = new Not(deep);
        }
        var tree = deep;
        assertThatThrownBy(() -> desk.apply(tree, List.of(system))).isInstanceOf(IllegalArgumentException.class);
    }
}
