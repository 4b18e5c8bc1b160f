package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Language;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.SharedPlan;
import tsukasa.plan.Threshold;
import tsukasa.plan.pack.PackagesForTests;

/// What the importer writes, the platform's own reader of packages reads.
class PackageRoundTripTests {
    private static final List<String> PLANS = TextSamples.PLANS;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("PLANS")
    void a_package_written_from_any_style_is_accepted(String name) {
        ReadingResult.Read read = Readings.read(TextSamples.plan(name));
        assertThat(new PackageWriter(read).write(folder.resolve(name))).isEmpty();
        same(accepted(folder.resolve(name)), read);
    }

    @Test
    void the_real_plan_survives_the_way_through_its_package() throws Exception {
        Path text = Files.write(folder.resolve("plan.txt"), SharedPlan.text());
        Path written = folder.resolve("fy2021");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int end = new ImportJob(Language.EN, new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
                .run(List.of(text.toString(), "--json", "--out", written.toString()));
        assertThat(end).isEqualTo(ImportJob.OK);
        Plan plan = accepted(written);
        same(plan, Readings.read(SharedPlan.text()));
        assertThat(plan.year()).isEqualTo(new FiscalYear(2021));
        assertThat(plan.thresholds()).hasSize(17);
    }

    private static Plan accepted(Path folder) {
        return switch (PackagesForTests.read(folder)) {
            case PackageReading.Accepted(Plan plan) -> plan;
            case PackageReading.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    private static void same(Plan plan, ReadingResult.Read read) {
        assertThat(plan.items().stream().map(i -> i.place()).toList())
                .containsExactlyElementsOf(
                        read.document().nodes().stream().map(Node::place).toList());
        assertThat(plan.tables()).isEqualTo(read.tables());
        assertThat(plan.items().stream()
                        .filter(i -> i.repeats().isPresent())
                        .map(i -> i.place())
                        .toList())
                .isEqualTo(read.document().nodes().stream()
                        .filter(n -> n.repeats().isPresent())
                        .map(Node::place)
                        .toList());
        List<Target> targets =
                read.indicators().stream().flatMap(i -> i.targets().stream()).toList();
        assertThat(plan.thresholds().stream().map(Threshold::comparator).toList())
                .isEqualTo(targets.stream().map(Target::comparator).toList());
    }

    /// The second version of a plan that people have worked on keeps what no text says.
    @Test
    void what_people_wrote_is_carried_over_into_a_later_version() {
        Plan before = accepted(Path.of("src/main/resources/plans/fy2021"));
        String text = new String(SharedPlan.text(), StandardCharsets.UTF_8);
        ReadingResult.Read later = Readings.read(text.replace("２３０社以上", "２４０社以上"));
        Map<String, String> files = new PackageFiles(later, new FiscalYear(2021), Optional.of(before)).all();
        Plan after = accepted(PackagesForTests.write(files, folder.resolve("later")));
        assertThat(after.indicators()).hasSameSizeAs(before.indicators());
        for (int i = 0; i < before.thresholds().size(); i++) {
            Threshold old = before.thresholds().get(i);
            Threshold now = after.thresholds().get(i);
            assertThat(now.id()).isEqualTo(old.id());
            assertThat(now.query()).isEqualTo(old.query());
            assertThat(now.pace()).isEqualTo(old.pace());
            assertThat(now.unit()).isEqualTo(old.unit());
        }
        long services =
                before.items().stream().filter(i -> i.service().isPresent()).count();
        assertThat(after.items().stream().filter(i -> i.service().isPresent()).count())
                .isEqualTo(services);
        assertThat(after.accounts().accounts())
                .containsExactlyInAnyOrderElementsOf(before.accounts().accounts());
        assertThat(after.accounts().segments())
                .containsExactlyInAnyOrderElementsOf(before.accounts().segments());
        assertThat(after.targets()).containsAll(before.targets());
    }
}
