package tsukasa.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.tools.ToolExamples.APPROVER;
import static tsukasa.tools.ToolExamples.COLLEAGUE;
import static tsukasa.tools.ToolExamples.WRITER;
import static tsukasa.tools.ToolExamples.archive;
import static tsukasa.tools.ToolExamples.begun;
import static tsukasa.tools.ToolExamples.done;
import static tsukasa.tools.ToolExamples.offered;
import static tsukasa.tools.ToolExamples.published;
import static tsukasa.tools.ToolExamples.release;
import static tsukasa.tools.ToolExamples.released;
import static tsukasa.tools.ToolExamples.submitted;
import static tsukasa.tools.ToolExamples.words;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeptFile;
import tsukasa.kernel.foureyes.DraftOutcome;
import tsukasa.kernel.foureyes.DraftOutcome.Changed;
import tsukasa.kernel.foureyes.DraftOutcome.SamePerson;
import tsukasa.kernel.foureyes.DraftOutcome.Wrong;
import tsukasa.kernel.page.Fault;
import tsukasa.tools.ToolDraft.Kind;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-c")
class ToolTests {
    private final ToolWriting desk;
    private final Tools tools;
    private final Downloads downloads;
    private final FileKeeper files;
    private final JdbcClient database;

    @Autowired
    ToolTests(ToolWriting desk, Tools tools, Downloads downloads, FileKeeper files, JdbcClient database) {
        this.desk = desk;
        this.tools = tools;
        this.downloads = downloads;
        this.files = files;
        this.database = database;
    }

    private List<String> found(String words) {
        return tools.list(new Tools.Question(words, null, null)).stream()
                .map(tool -> tool.name().value())
                .toList();
    }

    private static List<String> fields(DraftOutcome<ToolDraft> outcome) {
        return ((Wrong<ToolDraft>) outcome).faults().stream().map(Fault::field).toList();
    }

    @Test
    void nothing_of_a_draft_can_be_found_until_a_second_person_publishes_it() {
        long mark = tools.mark();
        ToolDraft sent = submitted(desk, done(desk.begin(words("hidden-one"), WRITER)));
        assertThat(tools.find(new ToolName("hidden-one"))).isEmpty();
        assertThat(found("hidden-one")).isEmpty();
        assertThat(tools.mark()).isEqualTo(mark);
        done(desk.publish(sent.id(), sent.seen(), APPROVER));
        assertThat(found("ＨＩＤＤＥＮ-one　設定")).containsExactly("hidden-one");
        assertThat(tools.mark()).isGreaterThan(mark);
    }

    @Test
    void nobody_publishes_what_they_wrote_any_part_of() {
        ToolDraft draft = done(desk.begin(words("four-eyes"), COLLEAGUE));
        ToolDraft written = done(desk.write(draft.id(), draft.seen(), words("four-eyes"), WRITER));
        ToolDraft sent = submitted(desk, written);
        assertThat(desk.publish(sent.id(), sent.seen(), COLLEAGUE)).isInstanceOf(SamePerson.class);
        assertThat(tools.find(new ToolName("four-eyes"))).isEmpty();
        assertThat(desk.publish(sent.id(), sent.seen() - 1, APPROVER)).isInstanceOf(Changed.class);
        done(desk.publish(sent.id(), sent.seen(), APPROVER));
    }

    @Test
    void all_that_is_missing_or_wrong_is_said_before_anybody_approves() {
        ToolDraft empty = done(desk.begin(ToolWords.NONE, WRITER));
        assertThat(fields(desk.submit(empty.id(), empty.seen(), WRITER)))
                .contains("name", "titleJa", "titleEn", "purposeEn", "aboutJa", "audiences", "licence", "contact")
                .doesNotContain("supportUntil", "source");
        ToolWords wrong = words("Not A Name")
                .with("supportUntil", "2021-02-30")
                .with("source", "javascript:alert(1)")
                .with("audiences", "martians");
        ToolDraft bad = done(desk.begin(wrong, WRITER));
        assertThat(fields(desk.submit(bad.id(), bad.seen(), WRITER)))
                .containsExactlyInAnyOrder("name", "supportUntil", "source", "audiences");
        assertThat(fields(desk.begin(words("x").with("titleJa", "長".repeat(101)), WRITER)))
                .containsExactly("titleJa");
    }

    @Test
    void a_name_and_a_version_are_given_once() {
        ToolName name = offered(desk, "given-once");
        released(desk, name, "1.0");
        ToolDraft again = done(desk.begin(words("given-once"), WRITER));
        assertThat(fields(desk.submit(again.id(), again.seen(), WRITER))).containsExactly("name");
        ToolDraft same = release(desk, name, "1.0", "");
        assertThat(fields(desk.submit(same.id(), same.seen(), WRITER))).containsExactly("version");
        assertThat(desk.begin(Kind.RELEASE, name, "", WRITER))
                .as("one draft of a release at a time")
                .isInstanceOf(Changed.class);
    }

    @Test
    void a_release_has_files_of_kinds_that_can_be_looked_into_each_of_its_own_name() {
        ToolName name = offered(desk, "with-files");
        ToolDraft draft = begun(
                desk,
                Kind.RELEASE,
                name,
                "",
                ToolExamples.release("1.0", "")
                        .with("parts", "log4j 2.14.1")
                        .with("released", "tomorrow")
                        .with("version", "../1.0"));
        assertThat(fields(desk.submit(draft.id(), draft.seen(), WRITER)))
                .containsExactlyInAnyOrder("parts", "released", "version", "files");
        ByteArrayResource program = new ByteArrayResource(new byte[] {'M', 'Z', 0, 0});
        assertThat(fields(desk.attach(draft.id(), draft.seen(), "setup.exe", program, WRITER)))
                .containsExactly("files");
        ToolDraft one = done(desk.attach(draft.id(), draft.seen(), "tool.zip", archive("one"), WRITER));
        assertThat(fields(desk.attach(one.id(), one.seen(), "TOOL.zip", archive("two"), WRITER)))
                .containsExactly("files");
        assertThat(fields(desk.attach(
                        one.id(),
                        one.seen(),
                        "tool.zip.asc",
                        new ByteArrayResource("x".getBytes(StandardCharsets.UTF_8)),
                        WRITER)))
                .as("signatures are ours")
                .containsExactly("files");
        KeptFile kept = desk.files(one).getFirst();
        ToolDraft none = done(desk.detach(one.id(), one.seen(), kept.id(), WRITER));
        assertThat(desk.files(none)).isEmpty();
    }

    @Test
    void a_published_release_keeps_its_files_its_signature_and_who_wrote_and_approved_it() {
        ToolName name = offered(desk, "kept-whole");
        released(desk, name, "1.0");
        Release release = tools.find(name).orElseThrow().newest().orElseThrow();
        KeptFile file = files.of(release.holder()).getFirst();
        assertThat(tools.signature(file.id().value()).orElseThrow()).startsWith("-----BEGIN PGP SIGNATURE-----");
        assertThat(database.sql("""
                                select author || ' ' || approver from tools.change c join tools.tool t on t.id = c.tool
                                 where t.name = 'kept-whole' and c.kind = 'RELEASE'
                                """).query(String.class).single()).isEqualTo(WRITER.id() + " " + APPROVER.id());
        ToolDraft late = begun(desk, Kind.CORRECTION, name, "1.0", new ToolWords(Map.of("notesJa", "直した。")));
        assertThat(desk.attach(late.id(), late.seen(), "other.zip", archive("other"), WRITER))
                .as("files of what is out never change")
                .isInstanceOf(Changed.class);
    }

    @Test
    void the_newest_is_the_last_that_is_not_withdrawn_and_what_is_withdrawn_says_why() {
        ToolName name = offered(desk, "withdrawing");
        published(desk, release(desk, name, "1.0", ""));
        ToolDraft second = begun(
                desk, Kind.RELEASE, name, "", ToolExamples.release("2.0", "").with("released", "2021-12-01"));
        published(desk, done(desk.attach(second.id(), second.seen(), "tool.zip", archive("2"), WRITER)));
        assertThat(tools.find(name).orElseThrow().newest().orElseThrow().version())
                .isEqualTo("2.0");
        ToolDraft unsaid = begun(desk, Kind.WITHDRAWAL, name, "2.0", ToolWords.NONE);
        assertThat(fields(desk.submit(unsaid.id(), unsaid.seen(), WRITER))).containsExactly("reasonJa", "reasonEn");
        ToolDraft said = done(desk.write(
                unsaid.id(),
                unsaid.seen(),
                new ToolWords(Map.of("reasonJa", "壊れています。", "reasonEn", "It is broken.")),
                WRITER));
        published(desk, said);
        Tool tool = tools.find(name).orElseThrow();
        assertThat(tool.newest().orElseThrow().version()).isEqualTo("1.0");
        assertThat(tool.release("2.0").orElseThrow().withdrawal())
                .satisfies(why -> assertThat(why.reason().ja()).isEqualTo("壊れています。"));
        assertThat(desk.begin(Kind.CORRECTION, name, "2.0", WRITER))
                .as("it stays as it is")
                .isInstanceOf(Changed.class);
    }

    @Test
    void support_follows_from_the_day_that_was_announced() {
        LocalDate today = LocalDate.of(2022, 1, 12);
        assertThat(Support.on(today, null)).isEqualTo(Support.SUPPORTED);
        assertThat(Support.on(today, today)).isEqualTo(Support.ENDING);
        assertThat(Support.on(today, today.minusDays(1))).isEqualTo(Support.ENDED);
    }

    @Test
    void every_download_is_a_record_that_the_counts_the_list_and_the_view_for_the_plan_agree_on() {
        ToolName name = offered(desk, "counted-tool");
        released(desk, name, "1.0");
        Release release = tools.find(name).orElseThrow().newest().orElseThrow();
        KeptFile file = files.of(release.holder()).getFirst();
        for (int i = 0; i < 3; i++) {
            downloads.record(release, file);
        }
        assertThat(downloads.byTool().get(name)).isEqualTo(3);
        assertThat(downloads.byVersion(name)).containsExactly(Map.entry("1.0", 3L));
        assertThat(downloads.months("counted-tool"))
                .singleElement()
                .satisfies(month -> assertThat(month.count()).isEqualTo(3));
        List<Downloads.Download> each = new java.util.ArrayList<>();
        downloads.each("counted-tool", each::add);
        assertThat(each).hasSize(3).extracting(Downloads.Download::file).containsOnly("tool.zip");
        assertThat(database.sql("select count(*) from tools.pub_download_v1 where tool = 'counted-tool'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }
}
