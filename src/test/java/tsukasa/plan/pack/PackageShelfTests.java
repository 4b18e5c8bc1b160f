package tsukasa.plan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

class PackageShelfTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void without_a_folder_there_are_the_plans_of_the_platform() {
        PlanShelf shelf = new PackageShelf(folder.resolve("none"));
        assertThat(shelf.plans()).extracting(Plan::id).containsExactly("fy2021");
        assertThat(shelf.rejected()).isEmpty();
        assertThat(shelf.plan("fy2021")).isPresent();
        assertThat(shelf.plan("fy1900")).isEmpty();
    }

    @Test
    void the_same_files_are_the_same_plan_wherever_they_lie() {
        Plan bundled = new PackageShelf(folder).plan("fy2021").orElseThrow();
        assertThat(bundled).isEqualTo(PackageFolders.fy2021());
    }

    @Test
    void the_newest_year_stands_first() {
        new PackageExample().writeTo(folder.resolve("park"));
        assertThat(new PackageShelf(folder).plans()).extracting(Plan::id).containsExactly("park", "fy2021");
    }

    @Test
    void a_package_of_the_agency_takes_the_place_of_ours() {
        new PackageExample().replace("plan.yaml", "id: park", "id: fy2021").writeTo(folder.resolve("own"));
        PlanShelf shelf = new PackageShelf(folder);
        assertThat(shelf.plans()).hasSize(1);
        assertThat(shelf.plan("fy2021").orElseThrow().agency().en()).isEqualTo("Park agency");
    }

    @Test
    void a_faulty_package_is_reported_and_keeps_no_other_away() {
        new PackageExample().replace("plan.yaml", "year: 2024", "year: soon").writeTo(folder.resolve("bad"));
        new PackageExample().writeTo(folder.resolve("good"));
        PlanShelf shelf = new PackageShelf(folder);
        assertThat(shelf.plans()).extracting(Plan::id).containsExactly("park", "fy2021");
        assertThat(shelf.rejected()).singleElement().satisfies(refusal -> {
            assertThat(refusal.source()).endsWith("bad");
            assertThat(refusal.problems().getFirst().toString()).startsWith("plan.yaml:3:7:");
        });
    }

    @Test
    void of_two_packages_with_one_id_the_second_is_reported() {
        new PackageExample().writeTo(folder.resolve("a"));
        new PackageExample().writeTo(folder.resolve("b"));
        PlanShelf shelf = new PackageShelf(folder);
        assertThat(shelf.plans()).hasSize(2);
        assertThat(shelf.rejected())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.source()).endsWith("b"));
    }

    @Test
    void a_package_that_is_added_appears_after_a_refresh() throws IOException {
        PlanShelf shelf = new PackageShelf(folder);
        assertThat(shelf.plan("park")).isEmpty();
        new PackageExample().writeTo(folder.resolve("park"));
        assertThat(shelf.plan("park")).isEmpty();
        shelf.refresh();
        String before = shelf.plan("park").orElseThrow().digest();
        Files.writeString(
                folder.resolve("park/indicators/P-1.a.sql"), PackageExample.SQL.replace("How many", "How often"));
        shelf.refresh();
        assertThat(shelf.plan("park").orElseThrow().digest()).isNotEqualTo(before);
    }
}
