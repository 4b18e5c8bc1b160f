package tsukasa.plan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.plan.PackageProblem;

/// Whatever is wrong with a package is reported with its file, its line and what to do.
class HostilePackageTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_example_is_without_fault() {
        assertThat(new PackageExample().accepted(folder).id()).isEqualTo("park");
    }

    /// file | what is written there | what is written instead | line of the complaint | its words | its remedy
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plan.yaml | id: park | id: park colour | 2 | another form | small letters
            plan.yaml | year: 2024 | year: 2024\\ncolour: red | 4 | «colour» is not known here | use format, id, year
            plan.yaml | legal-basis | legal-bases | 6 | did you mean «legal-basis»? | use format
            plan.yaml | legal-basis | legal-bases | 1 | «legal-basis» is missing | add `legal-basis: …`
            plan.yaml | year: 2024 | year: 2024\\nyear: 2025 | 4 | stands here twice | keep one
            plan.yaml | year: 2024 | year: soon | 3 | another form | whole number
            plan.yaml | year: 2024 | year: 20240 | 3 | out of range | from 1947 to 2999
            plan.yaml | format: 1 | format: 2 | 1 | out of range | from 1 to 1
            plan.yaml | id: park | id: ../park | 2 | another form | small letters
            plan.yaml | {ja: 公園の計画, en: Plan of the parks} | 公園の計画 | 4 | keys with values are expected here | `key: value`
            plan.yaml | {ja: 公園の計画, en: Plan of the parks} | {ja: 公園の計画} | 4 | «en» is missing | add `en: …`
            plan.yaml | {ja: 公園の計画, en: Plan of the parks} | {ja: '  ', en: Plan} | 4 | not nothing | write it
            plan.yaml | [items.yaml] | [../items.yaml] | 12 | not a path inside the package | without ..
            plan.yaml | [items.yaml] | [/etc/passwd] | 12 | not a path inside the package | without ..
            plan.yaml | [items.yaml] | ['C:\\items.yaml'] | 12 | not a path inside the package | without ..
            plan.yaml | [items.yaml] | [.hidden.yaml] | 12 | not a path inside the package | without ..
            plan.yaml | [items.yaml] | [other.yaml] | 12 | no file «other.yaml» | add it
            plan.yaml | [items.yaml] | items.yaml | 12 | a list is expected here | after a hyphen
            items.yaml | place: Ⅰ-② | place: Ⅰ-① | 3 | «Ⅰ-①» is there twice | its own place
            items.yaml | place: Ⅰ-② | place: Ⅱ-② | 3 | no item «Ⅱ» stands before | one level up
            items.yaml | department: green | department: grean | 2 | no department «grean» (did you mean «green»?) | plan.yaml
            items.yaml | repeats: Ⅰ-① | repeats: Ⅰ-③ | 3 | no place «Ⅰ-③» | stands first
            items.yaml | repeats: Ⅰ-① | repeats: Ⅰ-② | 3 | itself a repetition | stands first
            items.yaml | level: item | level: heading | 4 | «heading» is not known here | item, measure, section
            items.yaml | rows: [1] | rows: [one] | 2 | another form | whole number
            items.yaml | rows: [1] | rows: [1], service: {title: {ja: 悪, en: Bad}, address: 'javascript:alert(1)'} | 2 | another form | /security-action
            items.yaml | rows: [1] | rows: [1], service: {title: {ja: 悪, en: Bad}, address: //evil.example} | 2 | another form | /security-action
            items.yaml | rows: [1] | rows: [1], indicators: [P-9] | 2 | no indicator «P-9» (did you mean «P-1»?) | of this package
            items.yaml | rows: [1] | rows: [1], none: maybe | 2 | neither true nor false | true or false
            indicators/P-1.yaml | section: Ⅰ | section: Ⅴ | 3 | no place «Ⅴ» | files of `items`
            indicators/P-1.yaml | id: P-1.a | id: Q-1.a | 7 | does not belong to P-1 | P-1.
            indicators/P-1.yaml | kind: flow | kind: flows | 9 | did you mean «flow»? | manual, ratio, stock
            indicators/P-1.yaml | unit: walk | unit: mile | 10 | no unit «mile» | plan.yaml
            indicators/P-1.yaml | comparator: '>=' | comparator: '=>' | 11 | «=>» is not known here | <=, =, >=
            indicators/P-1.yaml | target: 100 | target: 1/0 | 12 | another form | 2/3
            indicators/P-1.yaml | target: 100 | target: .inf | 12 | another form | 2/3
            indicators/P-1.yaml | target: 100 | target: 100\\n    as-of: 2025-02-30 | 13 | not in the calendar | 2022-03-31
            indicators/P-1.yaml | target: 100 | target: 100\\n    as-of: 2025-04-01 | 13 | does not end in the plan's year | 2025-03-31
            indicators/P-1.yaml | target: 100 | target: 100\\n    pace: {by-month: [50, 40], reason: {ja: 理, en: Why}} | 13 | twelve months | April first
            indicators/P-1.yaml | kind: flow | kind: ratio | 12 | between 0 and 1 | ratio: true
            indicators/P-1.yaml | unit: walk | unit: share | 10 | the kind is not | another unit
            indicators/P-1.yaml | file: indicators/P-1.a.sql | file: indicators/P-9.sql | 14 | no file «indicators/P-9.sql» | add it
            indicators/P-1.yaml | steps: [{ja: すべて, en: All}, {ja: 承認済み, en: Approved}] | steps: [] | 16 | no counting step | at least one
            targets.yaml | comparator: '>=' | comparator: about | 4 | «about» is not known here | baseline, by, range
            targets.yaml | places: [Ⅰ-①] | places: [Ⅸ] | 2 | no place «Ⅸ» | files of `items`
            tables.yaml | cells: [nil, 0] | cells: [nil] | 16 | has 1 cells, the table 2 columns | one cell for each column
            tables.yaml | cells: [nil, 0] | cells: [nil, ~] | 16 | a cell is empty | nil for －
            tables.yaml | cells: [nil, 0] | cells: [－, 0] | 16 | another form | nil for －
            tables.yaml | cells: [nil, 0] | cells: [nil, 1.5] | 16 | another form | nil for －
            tables.yaml | code: rev.total | code: rev.grant | 17 | «rev.grant» is there twice | its own
            tables.yaml | code: trees | code: lakes | 13 | no segment «lakes» | `segments`
            tables.yaml | kind: budget | kind: buget | 9 | did you mean «budget»? | budget, cash, income
            tables.yaml | {table: 1-1, | {table: 9-9, | 6 | no table «9-9» | number of a table
            tables.yaml | segments: {trees: 3} | segments: {lakes: 3} | 6 | no segment «lakes» | `segments`
            grading.yaml | from: 120% | from: 0 | 5 | not below the one before | best grade down
            grading.yaml | from: 0 | from: 80% | 5 | there is no grade | begin at 0
            grading.yaml | standard: B | standard: C | 2 | no rule gives the grade «C» | its rule
            """)
    void a_fault_is_reported_where_it_stands(
            String file, String what, String instead, int line, String words, String remedy) {
        List<PackageProblem> problems = new PackageExample()
                .replace(file, what, instead.replace("\\n", "\n"))
                .problems(folder);
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isPositive();
            assertThat(problem.what()).contains(words);
            assertThat(problem.remedy()).contains(remedy);
        });
    }

    @Test
    void all_faults_of_all_files_are_reported_at_once() {
        List<PackageProblem> problems = new PackageExample()
                .replace("plan.yaml", "year: 2024", "year: soon")
                .replace("items.yaml", "department: green", "department: red")
                .replace("tables.yaml", "cells: [nil, 0]", "cells: [nil]")
                .replace("grading.yaml", "standard: B", "standard: Z")
                .problems(folder);
        assertThat(problems)
                .extracting(PackageProblem::file)
                .containsExactlyInAnyOrder("plan.yaml", "items.yaml", "tables.yaml", "grading.yaml");
    }

    @Test
    void a_problem_reads_like_the_message_of_a_compiler() {
        assertThat(new PackageExample()
                        .replace("plan.yaml", "year: 2024", "year: soon")
                        .problems(folder)
                        .getFirst())
                .hasToString("plan.yaml:3:7: «soon» has another form than expected here."
                        + " To do: write a whole number without separators.");
    }

    @Test
    void a_bomb_of_aliases_is_refused_at_its_first_anchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
        }
        assertThat(new PackageExample().file("items.yaml", bomb.toString()).problems(folder))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("items.yaml:1:5: an anchor (&) is not allowed. To do: write the value out"));
    }

    @ParameterizedTest
    @CsvSource({"!!javax.script.ScriptEngineManager [a]", "!!binary aGk=", "! text", "!!set {a, b}"})
    void a_tag_is_refused(String value) {
        assertThat(new PackageExample().file("items.yaml", "\n- " + value).problems(folder))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("items.yaml:2:3: a tag (")
                        .contains("is not allowed"));
    }

    @Test
    void a_merge_key_is_an_unknown_key() {
        assertThat(new PackageExample()
                        .replace("items.yaml", "- {place: Ⅰ, level", "- {<<: {rows: [1]}, place: Ⅰ, level")
                        .problems(folder))
                .anySatisfy(problem -> assertThat(problem.toString()).startsWith("items.yaml:1:4: the key «<<»"));
    }

    @Test
    void what_is_nested_without_end_is_refused_where_it_gets_too_deep() {
        String deep = "\n" + "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(new PackageExample().file("items.yaml", deep).problems(folder))
                .anySatisfy(problem ->
                        assertThat(problem.toString()).startsWith("items.yaml:2:21: this is nested more than 20"));
    }

    @Test
    void what_is_not_yaml_is_reported_with_its_line() {
        assertThat(new PackageExample()
                        .file("items.yaml", "- place: Ⅰ\n  level: [\n- x: }\n")
                        .problems(folder))
                .anySatisfy(problem -> {
                    assertThat(problem.toString()).contains("items.yaml:3:1: this is not YAML");
                    assertThat(problem.remedy()).contains("indentation");
                });
        assertThat(new PackageExample().file("items.yaml", "a: b\n---\nc: d\n").problems(folder))
                .anySatisfy(problem -> assertThat(problem.toString()).startsWith("items.yaml:2:1: this is not YAML"));
        assertThat(new PackageExample().file("items.yaml", "").problems(folder))
                .anySatisfy(problem -> assertThat(problem.toString()).startsWith("items.yaml: the file is empty"));
        assertThat(new PackageExample().file("items.yaml", "- a\n- b\u0007c\n").problems(folder))
                .anySatisfy(
                        problem -> assertThat(problem.toString()).startsWith("items.yaml:2:4: the character U+0007"));
    }

    @Test
    void another_encoding_is_named() throws IOException {
        new PackageExample().writeTo(folder);
        String plan = Files.readString(folder.resolve("plan.yaml"));
        Files.write(folder.resolve("plan.yaml"), plan.getBytes(Charset.forName("Shift_JIS")));
        assertThat(problems()).containsExactly("plan.yaml:4:13: this is not UTF-8. To do: save the file as UTF-8.");
        Files.write(folder.resolve("plan.yaml"), plan.getBytes(StandardCharsets.UTF_16));
        assertThat(problems()).containsExactly("plan.yaml:1:1: this is not UTF-8. To do: save the file as UTF-8.");
        Files.write(folder.resolve("plan.yaml"), new byte[] {0x50, 0x4b, 3, 4, 0, 0});
        assertThat(problems()).anySatisfy(p -> assertThat(p).startsWith("plan.yaml:1:3: the character U+0003"));
    }

    @Test
    void a_package_of_more_than_ten_megabytes_is_refused() throws IOException {
        new PackageExample().writeTo(folder);
        Files.write(folder.resolve("items.yaml"), new byte[PackageTexts.MOST_BYTES]);
        assertThat(problems())
                .anySatisfy(p -> assertThat(p)
                        .isEqualTo("items.yaml: with this file the package has more than 10 MB."
                                + " To do: take out what is not part of the plan."));
    }

    @Test
    void millions_of_small_values_are_refused_before_they_fill_the_memory() {
        assertThat(new PackageExample()
                        .file("items.yaml", "- a\n".repeat(400_000))
                        .problems(folder))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("items.yaml:300000:3: the file has more than 300000 values"));
    }

    @Test
    void a_query_that_writes_is_refused_where_it_does() {
        assertThat(new PackageExample()
                        .file(
                                "indicators/P-1.a.sql",
                                "-- no\nwith gone as (\n  delete from plan.pub_record_v1)\nselect 1")
                        .problems(folder))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("indicators/P-1.a.sql:3:3: `delete` is not allowed: a counting query only reads."));
    }

    @Test
    void a_link_out_of_the_package_is_not_followed() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        new PackageExample().writeTo(inside);
        Path secret = Files.writeString(folder.resolve("secret.yaml"), "secret: 1");
        Files.delete(inside.resolve("items.yaml"));
        Files.createSymbolicLink(inside.resolve("items.yaml"), secret);
        assertThat(PackageFolders.read(inside).toString())
                .contains("«items.yaml» leads out of the package")
                .doesNotContain("secret: 1");
    }

    @Test
    void a_folder_without_a_plan_is_no_package() {
        assertThat(problems())
                .containsExactly("plan.yaml: there is no file «plan.yaml». To do: add it, or correct the name.");
    }

    @Test
    void endless_faults_end() {
        String faults = "- {colour: red}\n".repeat(5_000);
        List<PackageProblem> problems =
                new PackageExample().file("items.yaml", faults).problems(folder);
        assertThat(problems).hasSize(201);
        assertThat(problems.getLast().what()).contains("more problems");
    }

    @Test
    void what_was_written_is_quoted_without_its_control_characters() {
        assertThat(new PackageExample()
                        .replace("plan.yaml", "id: park", "id: \"\\e[31m\\u202Ered\\n\"")
                        .problems(folder)
                        .getFirst()
                        .what())
                .doesNotContain("\u001b", "\u202e", "\n");
    }

    private List<String> problems() {
        return switch (PackageFolders.read(folder)) {
            case tsukasa.plan.PackageReading.Accepted _ -> List.of();
            case tsukasa.plan.PackageReading.Rejected refusal ->
                refusal.problems().stream().map(Object::toString).toList();
        };
    }
}
