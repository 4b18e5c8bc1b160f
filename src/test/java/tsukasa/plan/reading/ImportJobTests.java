package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Language;
import tsukasa.plan.SharedPlan;

class ImportJobTests {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new ImportJob(
                        Language.EN,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String file(String sample) throws IOException {
        return Files.write(folder.resolve("plan.txt"), Readings.resource(sample))
                .toString();
    }

    @Test
    void the_example_of_the_documentation_is_a_plan_whose_figures_add_up() {
        assertThat(run("docs/examples/annual-plan.txt")).isEqualTo(ImportJob.OK);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("sections 4")
                .contains("indicators 2")
                .contains("tables 1, cells 8")
                .contains("exact 2, within rounding 0, wrong 0");
    }

    @Test
    void the_report_for_programs_has_the_agreed_shape() throws IOException {
        Path text = Files.write(folder.resolve("plan.txt"), SharedPlan.text());
        assertThat(run(text.toString(), "--json")).isEqualTo(ImportJob.OK);
        JsonNode report = JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(report.propertyNames()).containsExactly("summary", "doubts", "wrong");
        JsonNode summary = report.path("summary");
        assertThat(summary.propertyNames())
                .containsExactly("sections", "items", "sentences", "indicators", "tables", "cells", "identities");
        assertThat(summary.path("sections").asInt()).isEqualTo(9);
        assertThat(summary.path("sentences").asInt()).isEqualTo(346);
        assertThat(summary.path("indicators").asInt()).isEqualTo(15);
        assertThat(summary.path("tables").asInt()).isEqualTo(15);
        assertThat(summary.path("cells").asInt()).isEqualTo(342);
        assertThat(summary.path("identities").toString())
                .isEqualTo("{\"exact\":203,\"withinRounding\":27,\"wrong\":0}");
        assertThat(report.path("wrong")).isEmpty();
    }

    @Test
    void wrong_figures_end_with_three_and_are_named() throws IOException {
        assertThat(run(file("pipes.txt"), "--json")).isEqualTo(ImportJob.WRONG_FIGURES);
        JsonNode wrong = JsonMapper.builder()
                .build()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .path("wrong");
        assertThat(wrong.toString())
                .isEqualTo(
                        "[{\"table\":\"1-1\",\"row\":\"exp.total\",\"column\":\"value\",\"stated\":15310,\"computed\":15300}]");
    }

    @Test
    void other_ends_are_told_apart() throws IOException {
        assertThat(run("--help")).isEqualTo(ImportJob.OK);
        assertThat(run()).isEqualTo(ImportJob.USAGE);
        assertThat(run("a.txt", "b.txt")).isEqualTo(ImportJob.USAGE);
        assertThat(run("a.txt", "--out")).isEqualTo(ImportJob.USAGE);
        assertThat(run(folder.resolve("no.txt").toString())).isEqualTo(ImportJob.REFUSED);
        assertThat(run(folder.toString())).isEqualTo(ImportJob.REFUSED);
        assertThat(run(file("no/novel.txt"), "--json")).isEqualTo(ImportJob.REFUSED);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("does not look like a plan");
        assertThat(run(file("dai.txt"), "--profile", "no-such")).isEqualTo(ImportJob.REFUSED);
    }

    /// Judged by its size: a hundred megabytes are never read.
    @Test
    void a_hundred_megabytes_are_refused_unread() throws IOException {
        Path large = folder.resolve("large.txt");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThat(run(large.toString())).isEqualTo(ImportJob.REFUSED));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("104,857,600 bytes");
    }

    @Test
    void a_package_never_overwrites_what_is_there() throws IOException {
        Path target = Files.createDirectories(folder.resolve("there"));
        Files.writeString(target.resolve("plan.yaml"), "mine");
        assertThat(run(file("dai.txt"), "--out", target.toString())).isEqualTo(ImportJob.REFUSED);
        assertThat(Files.readString(target.resolve("plan.yaml"))).isEqualTo("mine");
    }
}
