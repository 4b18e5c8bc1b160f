package tsukasa.plan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Accounts;
import tsukasa.plan.GradingRules;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// Writing and reading a package are the inverse of each other.
@Covers("前文")
class PackageWritingTests {
    private static final PackageReader PACKAGES = new PackageReader();

    private static Plan again(Plan plan) {
        return switch (PACKAGES.read("written", PACKAGES.files(plan))) {
            case PackageReading.Accepted(Plan read) -> read;
            case PackageReading.Rejected refusal ->
                throw new AssertionError(refusal.problems().toString());
        };
    }

    private static Plan withoutDigest(Plan plan) {
        return new Plan(
                plan.id(),
                plan.year(),
                plan.title(),
                plan.agency(),
                plan.legalBasis(),
                "",
                plan.departments(),
                plan.items(),
                plan.indicators(),
                plan.targets(),
                plan.tables(),
                plan.accounts(),
                plan.grading(),
                plan.notes());
    }

    @Test
    void the_plan_of_fy2021_is_read_back_as_it_was_to_the_last_cell_and_query() {
        Plan plan = PackageFolders.fy2021();
        assertThat(withoutDigest(again(plan))).isEqualTo(withoutDigest(plan));
        assertThat(PACKAGES.files(again(plan))).isEqualTo(PACKAGES.files(plan));
    }

    @Test
    void words_that_look_like_something_else_in_yaml_stay_words() {
        Text odd = Text.of("「はい: いいえ」# no & *x !y 'z' \"q\" \\ ～", "yes: no # 0x1F, 1e3 | > - ? @ ` %");
        PlanItem item = new PlanItem(
                new Place("0"),
                PlanItem.Level.SECTION,
                odd,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.of(Text.of("null", "true")),
                java.util.Optional.empty(),
                List.of(),
                List.of(),
                false);
        Plan plan = new Plan(
                "x1",
                new FiscalYear(2030),
                Text.of("2030", "1_000"),
                odd,
                Text.same("~"),
                "",
                List.of(),
                List.of(item),
                List.of(),
                List.of(),
                List.of(),
                Accounts.none(),
                new GradingRules(
                        Text.same("on"),
                        "B",
                        List.of(new GradingRules.Rule("B", Fraction.ZERO, false, Text.same("off")))),
                List.of(Text.of("改行も\n残る", "keeps\nlines")));
        assertThat(withoutDigest(again(plan))).isEqualTo(plan);
    }

    @Test
    void a_package_of_texts_has_no_way_out_of_itself() {
        assertThat(PACKAGES.read("texts", Map.of("plan.yaml", "format: 1\nitems: [../../etc/passwd]")))
                .isInstanceOf(PackageReading.Rejected.class);
        assertThat(PACKAGES.read("texts", Map.of())).isInstanceOf(PackageReading.Rejected.class);
    }
}
