package tsukasa.naming.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsukasa.naming.CveVersions;
import tsukasa.naming.CveVersions.Change;
import tsukasa.naming.CveVersions.Entry;
import tsukasa.naming.CveVersions.Status;
import tsukasa.naming.VersionScheme;

class CveVersionsTests {
    private final VersionDesk versions = new VersionDesk();

    private Status status(CveVersions list, String version) {
        return versions.status(VersionScheme.GENERIC, list, version).status();
    }

    @Test
    void a_range_of_a_cve_record_has_the_status_of_the_last_change_before_the_version() {
        var list = new CveVersions(
                Status.UNKNOWN,
                List.of(new Entry(
                        "1.0",
                        Status.AFFECTED,
                        "semver",
                        "3.0",
                        null,
                        List.of(new Change("2.5", Status.AFFECTED), new Change("2.0", Status.UNAFFECTED)))));
        assertThat(status(list, "0.9")).isEqualTo(Status.UNKNOWN);
        assertThat(status(list, "1.10")).isEqualTo(Status.AFFECTED);
        assertThat(status(list, "2.1")).isEqualTo(Status.UNAFFECTED);
        assertThat(status(list, "2.6")).isEqualTo(Status.AFFECTED);
        assertThat(status(list, "3.0-rc1")).isEqualTo(Status.AFFECTED);
        assertThat(status(list, "3.0")).isEqualTo(Status.UNKNOWN);
        assertThat(versions.status(VersionScheme.GENERIC, list, "2.1").explain().en())
                .contains("1.0 < 3.0 @ 2.0");
    }

    @Test
    void an_entry_of_just_the_version_comes_before_any_range() {
        var list = new CveVersions(
                Status.UNAFFECTED,
                List.of(
                        new Entry("0", Status.AFFECTED, "custom", null, "*", List.of()),
                        new Entry("2.3", Status.UNAFFECTED, null, null, null, List.of())));
        assertThat(status(list, "2.3.0")).isEqualTo(Status.UNAFFECTED);
        assertThat(status(list, "99")).isEqualTo(Status.AFFECTED);
    }

    @Test
    void a_bound_with_a_star_ends_with_the_last_version_of_its_branch() {
        var list = new CveVersions(
                Status.UNAFFECTED, List.of(new Entry("3.1", Status.AFFECTED, "custom", null, "3.*", List.of())));
        assertThat(status(list, "3.99.1")).isEqualTo(Status.AFFECTED);
        assertThat(status(list, "4.0")).isEqualTo(Status.UNAFFECTED);
        assertThat(versions.status(VersionScheme.GENERIC, list, "4.0").decidedBy())
                .isNull();
    }

    @Test
    void the_type_of_an_entry_chooses_its_order() {
        var list = new CveVersions(
                Status.UNAFFECTED, List.of(new Entry("0", Status.AFFECTED, "rpm", "1.0-2.el8", null, List.of())));
        assertThat(status(list, "1.0~rc1-9")).isEqualTo(Status.AFFECTED);
        assertThat(status(list, "1:0.1-1")).isEqualTo(Status.UNAFFECTED);
    }
}
