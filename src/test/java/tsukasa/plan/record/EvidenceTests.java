package tsukasa.plan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.files.FileState;
import tsukasa.files.KeptFile;
import tsukasa.files.Retention;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Settings;
import tsukasa.kernel.round.Round;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.Results;
import tsukasa.testing.FakeClamd;
import tsukasa.testing.SignedIn;

/// What proves a result is a kept file: sealed, scanned, and for those alone who record or approve for its department.
@SpringBootTest(properties = "tsukasa.unscanned-files=quarantine")
@AutoConfigureMockMvc
class EvidenceTests {
    private static final FakeClamd CLAMD = new FakeClamd();
    private static final Visitor CLERK = person(Role.STAFF, "security");
    private static final Visitor PLANNER = person(Role.PLANNER, "security");
    private final MockMvc browser;
    private final Results results;
    private final Proofs proofs;
    private final AuditReader audit;
    private final Settings settings;
    private final List<Round> rounds;

    @Autowired
    EvidenceTests(
            MockMvc browser, Results results, Proofs proofs, AuditReader audit, Settings settings, List<Round> rounds) {
        this.browser = browser;
        this.results = results;
        this.proofs = proofs;
        this.audit = audit;
        this.settings = settings;
        this.rounds = rounds;
    }

    @DynamicPropertySource
    static void scanning(DynamicPropertyRegistry properties) {
        properties.add("tsukasa.clamav", CLAMD::where);
    }

    @AfterEach
    void scannerIsBack() {
        CLAMD.answering();
    }

    private static Visitor person(Role role, String department) {
        return new Visitor(
                UUID.randomUUID(),
                role + " " + department,
                "x@example.jp",
                Map.of(role, Reach.over(Set.of(department))),
                null);
    }

    private String entered() {
        NewRecord record = new NewRecord(
                "SEC-1.a",
                "証拠のある電力",
                LocalDate.of(2021, 10, 1),
                Optional.of("電力"),
                1,
                Optional.empty(),
                "",
                "security",
                Optional.empty());
        return ((Done) results.enter(record, CLERK)).id();
    }

    private String proved(String content) {
        String id = entered();
        assertThat(results.prove(List.of(id), text(content), CLERK)).isInstanceOf(Done.class);
        return id;
    }

    private static NewEvidence text(String content) {
        return new NewEvidence("議事録.txt", () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private KeptFile file(String id) {
        return proofs.of(List.of(id)).getFirst().file().orElseThrow();
    }

    private MockHttpServletResponse asked(String path, Visitor who) throws Exception {
        MockHttpServletResponse response = browser.perform(
                        get(java.net.URI.create(path)).with(SignedIn.as(who)))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        return response;
    }

    private String page(String id, String language, Visitor who) throws Exception {
        return asked("/staff/results/" + id + "?lang=" + language, who).getContentAsString();
    }

    private void rescan() throws Exception {
        Round scanning = rounds.stream()
                .filter(round -> round.name().equals("files-scanning"))
                .findFirst()
                .orElseThrow();
        scanning.work().look(() -> true);
    }

    @Test
    void it_lies_on_the_disk_once_sealed_for_ten_years_and_every_reading_is_written_down() throws Exception {
        String first = proved("電力会社との打合せの記録");
        String second = proved("電力会社との打合せの記録");
        KeptFile file = file(first);
        assertThat(file.confidential()).isTrue();
        assertThat(file.retention()).isEqualTo(Retention.TEN_YEARS);
        assertThat(file.state()).isEqualTo(FileState.CLEAN);
        assertThat(file(second).sha256()).isEqualTo(file.sha256());
        assertThat(settings.dataDir().resolve("files")).doesNotExist();
        try (Stream<Path> all = Files.walk(settings.dataDir().resolve("kept"))) {
            assertThat(all.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneSatisfy(lying ->
                            assertThat(Files.readAllBytes(lying)).asString().contains("打合せ"));
        }
        assertThat(asked(file.address(), PLANNER).getContentAsString()).isEqualTo("電力会社との打合せの記録");
        assertThat(audit.search(new Wanted("", "file.read", file.id().toString(), null, null, null), 1, 5)
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor().name()).isEqualTo(PLANNER.displayName()));
    }

    @Test
    void nobody_else_is_given_it_neither_before_nor_after_the_approval() throws Exception {
        String id = proved("部署だけの記録");
        String address = file(id).address();
        List<Visitor> others = List.of(
                person(Role.STAFF, "exam"),
                person(Role.PLANNER, "exam"),
                person(Role.ADMINISTRATOR, "security"),
                person(Role.AUDITOR, "security"),
                person(Role.MEMBER, "security"),
                new Visitor(UUID.randomUUID(), "管理者", "a@example.jp", Set.of(Role.ADMINISTRATOR), null));
        for (int approved = 0; approved < 2; approved++) {
            for (Visitor other : others) {
                assertThat(asked(address, other).getStatus())
                        .as("approved " + approved + ", asked by " + other.roles())
                        .isEqualTo(404);
            }
            assertThat(browser.perform(get(java.net.URI.create(address)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isIn(303, 401);
            assertThat(asked(address, CLERK).getStatus()).isEqualTo(200);
            assertThat(asked(address, PLANNER).getStatus()).isEqualTo(200);
            results.approve(List.of(id), PLANNER);
        }
        assertThat(browser.perform(get("/plan/results/" + id).param("lang", "ja"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("議事録.txt", file(id).sha256())
                .doesNotContain("/files/");
    }

    @Test
    void what_waits_for_its_scan_is_given_to_nobody_but_whoever_brought_it_and_proves_nothing_yet() throws Exception {
        CLAMD.silent();
        String id = proved("検査を待つ記録");
        KeptFile file = file(id);
        assertThat(file.state()).isEqualTo(FileState.QUARANTINED);
        assertThat(asked(file.address(), CLERK).getStatus()).isEqualTo(200);
        assertThat(asked(file.address(), PLANNER).getStatus()).isEqualTo(403);
        assertThat(page(id, "ja", PLANNER))
                .contains("隔離中", "このファイルは、ウイルス検査を待っています。", "開ける証拠がないため、まだ承認できません。")
                .doesNotContain("/files/", "承認する</button>");
        assertThat(page(id, "en", PLANNER))
                .contains(
                        "In quarantine",
                        "This file waits for a virus scan.",
                        "It cannot be approved while no evidence opens.");
        assertThat(results.approve(List.of(id), PLANNER).getFirst())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why().en()).contains("no evidence that opens"));
        CLAMD.answering();
        rescan();
        assertThat(page(id, "ja", PLANNER)).contains("検査済み", "/files/", "承認する</button>");
        assertThat(results.approve(List.of(id), PLANNER).getFirst()).isInstanceOf(Done.class);
    }

    @Test
    void what_is_infected_is_not_kept_and_what_turns_out_to_be_is_given_to_nobody() throws Exception {
        assertThat(results.prove(List.of(entered()), text("記録 " + FakeClamd.WORD), CLERK))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why().ja()).contains("ウイルスが見つかりました"));
        CLAMD.silent();
        String id = proved("あとで見つかる " + FakeClamd.WORD);
        CLAMD.answering();
        rescan();
        KeptFile file = file(id);
        assertThat(file.state()).isEqualTo(FileState.INFECTED);
        assertThat(asked(file.address(), CLERK).getStatus()).isEqualTo(403);
        assertThat(asked(file.address(), PLANNER).getStatus()).isEqualTo(403);
        assertThat(page(id, "ja", CLERK))
                .contains("ウイルス検出", "このファイルにはウイルスが見つかったため、開けません。")
                .doesNotContain("/files/");
        assertThat(page(id, "en", CLERK)).contains("Infected", "A virus was found in this file, so it does not open.");
        results.prove(List.of(id), text("差し替えた記録"), CLERK);
        assertThat(results.approve(List.of(id), PLANNER).getFirst()).isInstanceOf(Done.class);
    }
}
