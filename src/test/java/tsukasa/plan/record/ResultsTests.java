package tsukasa.plan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.Provenance;
import tsukasa.plan.RecordOutcome;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.Results;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
class ResultsTests {
    private static final byte[] PDF = "%PDF-1.7\nproof".getBytes(StandardCharsets.US_ASCII);
    private static final Visitor CLERK = person("記録 一郎", Role.STAFF);
    private static final Visitor PLANNER = person("承認 二郎", Role.PLANNER);
    private final MockMvc browser;
    private final Results results;
    private final PlanProgress progress;
    private final RecordStore store;
    private final Proofs proofs;

    @Autowired
    ResultsTests(MockMvc browser, Results results, PlanProgress progress, RecordStore store, Proofs proofs) {
        this.proofs = proofs;
        this.browser = browser;
        this.results = results;
        this.progress = progress;
        this.store = store;
    }

    private static Visitor person(String name, Role role) {
        return new Visitor(UUID.randomUUID(), name, "x@example.jp", Set.of(role), null);
    }

    private static NewRecord record(String threshold, long amount, Optional<Long> all, Optional<String> key) {
        return new NewRecord(
                threshold, "株式会社例", LocalDate.of(2021, 10, 1), Optional.empty(), amount, all, "", "planning", key);
    }

    private NewRecord valid(String threshold) {
        return new NewRecord(
                threshold,
                "株式会社例",
                LocalDate.of(2021, 10, 1),
                Optional.empty(),
                1,
                Optional.empty(),
                "",
                department(),
                Optional.empty());
    }

    @Autowired
    private tsukasa.plan.PlanShelf shelf;

    private String department() {
        return shelf.plan("fy2021").orElseThrow().departments().getFirst().id();
    }

    private String entered(NewRecord record, Visitor by) {
        RecordOutcome outcome = results.enter(record, by);
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private static NewEvidence file(String name, byte[] content) {
        return new NewEvidence(name, () -> new ByteArrayInputStream(content));
    }

    private Fraction value(String threshold) {
        return progress.standings("fy2021").stream()
                .filter(s -> s.threshold().id().equals(threshold))
                .findFirst()
                .flatMap(s -> s.value())
                .orElse(Fraction.ZERO);
    }

    @Test
    void a_result_counts_only_once_it_is_proved_and_a_second_person_approved_it() {
        Fraction before = value("SEC-4.a");
        String id = entered(valid("SEC-4.a"), PLANNER);
        assertThat(value("SEC-4.a")).isEqualTo(before);
        assertThat(results.approve(List.of(id), CLERK).getFirst()).isInstanceOf(Refused.class);
        assertThat(results.prove(List.of(id), file("協定書.pdf", PDF), PLANNER)).isInstanceOf(Done.class);
        assertThat(results.approve(List.of(id), PLANNER).getFirst()).isInstanceOf(Refused.class);
        Visitor second = person("承認 三郎", Role.PLANNER);
        assertThat(results.approve(List.of(id), second).getFirst()).isInstanceOf(Done.class);
        assertThat(value("SEC-4.a")).isEqualTo(before.plus(Fraction.ONE));
        assertThat(results.approve(List.of(id), second).getFirst()).isInstanceOf(Refused.class);
        assertThat(results.withdraw(id, "", second)).isInstanceOf(Refused.class);
        assertThat(results.withdraw(id, "二重の記録", second)).isInstanceOf(Done.class);
        assertThat(value("SEC-4.a")).isEqualTo(before);
    }

    @Test
    void a_result_without_evidence_cannot_be_approved_by_anyone() {
        String id = entered(valid("SEC-1.a"), CLERK);
        assertThat(results.approve(List.of(id), PLANNER).getFirst()).isInstanceOf(Refused.class);
        assertThat(store.find(id).orElseThrow().approvedAt()).isEmpty();
    }

    @Test
    void the_same_form_sent_twice_makes_one_record() {
        NewRecord once = new NewRecord(
                "SEC-1.a",
                "社",
                LocalDate.of(2021, 5, 1),
                Optional.empty(),
                1,
                Optional.empty(),
                "",
                department(),
                Optional.of("form:" + UUID.randomUUID()));
        assertThat(results.enter(once, CLERK)).isEqualTo(results.enter(once, CLERK));
    }

    @Test
    void what_does_not_fit_the_target_is_refused_with_the_field_at_fault() {
        assertThat(fault(record("SEC-2.a", 1, Optional.empty(), Optional.empty())))
                .isEqualTo("threshold");
        assertThat(fault(wrong("SEC-1.a", " ", 2021, 1, Optional.empty()))).isEqualTo("subject");
        assertThat(fault(wrong("SEC-1.a", "x", 2030, 1, Optional.empty()))).isEqualTo("occurredOn");
        assertThat(fault(wrong("SEC-3.b", "x", 2021, 3, Optional.of(2L)))).isEqualTo("denominator");
        assertThat(fault(wrong("SEC-3.b", "x", 2021, 3, Optional.empty()))).isEqualTo("denominator");
    }

    private NewRecord wrong(String threshold, String subject, int year, long amount, Optional<Long> denominator) {
        return new NewRecord(
                threshold,
                subject,
                LocalDate.of(year, 5, 1),
                Optional.empty(),
                amount,
                denominator,
                "",
                department(),
                Optional.empty());
    }

    private String fault(NewRecord record) {
        return results.enter(record, CLERK) instanceof Refused refused ? refused.field() : "none";
    }

    @Test
    void evidence_is_judged_by_its_content_and_never_by_its_name() throws Exception {
        String id = entered(valid("SEC-1.a"), CLERK);
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(results.prove(List.of(id), file("a.pdf", html), CLERK)).isInstanceOf(Refused.class);
        assertThat(results.prove(List.of(id), file("a.html", html), CLERK)).isInstanceOf(Refused.class);
        assertThat(results.prove(List.of(id), file("a.pdf", new byte[0]), CLERK))
                .isInstanceOf(Refused.class);
        assertThat(results.prove(List.of(id), file("a.pdf", new byte[21 * 1024 * 1024]), CLERK))
                .isInstanceOf(Refused.class);
        assertThat(results.prove(List.of(id), file("a.xlsx", archive("x.txt")), CLERK))
                .isInstanceOf(Refused.class);
        assertThat(results.prove(List.of(id), file("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml")), CLERK))
                .isInstanceOf(Done.class);
        assertThat(results.prove(List.of(id), file("../../../etc/passwd\u0000.pdf", PDF), CLERK))
                .isInstanceOf(Done.class);
        Provenance.Proof proof = java.util.Objects.requireNonNull(
                        results.provenance(List.of(id)).get(id))
                .proofs()
                .getLast();
        assertThat(proof.name()).isEqualTo("passwd.pdf");
        assertThat(proof.sha256()).hasSize(64);
    }

    private static byte[] archive(String... names) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void everyone_sees_that_evidence_exists_but_only_staff_get_the_file() throws Exception {
        String id = entered(valid("SEC-1.a"), CLERK);
        results.prove(List.of(id), file("report.pdf", PDF), CLERK);
        assertThat(browser.perform(get("/plan/results/" + id))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        results.approve(List.of(id), PLANNER);
        String page = browser.perform(get("/plan/results/" + id))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("report.pdf")
                .doesNotContain(CLERK.displayName())
                .doesNotContain(PLANNER.displayName());
        String address = fileOf(id);
        assertThat(browser.perform(get(address)).andReturn().getResponse().getStatus())
                .isEqualTo(303);
        MvcResult file = browser.perform(get(address).with(SignedIn.as(CLERK))).andReturn();
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
    }

    private String fileOf(String id) {
        return proofs.of(List.of(id)).getFirst().file().orElseThrow().address();
    }

    @Test
    void a_form_with_faults_comes_back_with_what_was_typed() throws Exception {
        MvcResult wrong = browser.perform(multipart("/staff/results")
                        .param("threshold", "SEC-1.a")
                        .param("subject", "書いた対象")
                        .param("occurredOn", "9999-99-99")
                        .param("amount", "-3")
                        .with(SignedIn.as(CLERK))
                        .with(csrf()))
                .andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
        assertThat(wrong.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("書いた対象");
    }

    @Test
    void staff_who_may_not_approve_are_turned_away() throws Exception {
        assertThat(browser.perform(post("/staff/results/approval")
                                .param("id", "R-000001")
                                .with(SignedIn.as(CLERK))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void many_results_come_from_a_checked_file_all_or_none() throws Exception {
        String head = String.join(",", ResultsFile.HEAD);
        String bad =
                head + "\nSEC-1.a,A社,2021-06-01,,1,," + department() + ",\nSEC-1.a,B社,まだ,,1,," + department() + ",\n";
        assertThat(sent(bad)).contains("2行のうち1行に直すところがあります");
        String good = head + "\nSEC-1.a,\"A,社\",2021/6/1,,１,," + department() + ",\nSEC-1.a,B社,2021-06-02,,2,,"
                + department() + ",\n";
        String page = sent(good);
        assertThat(page).contains("すべて記録できます");
        String file = page.replaceAll("(?s).*name=\"file\" value=\"([0-9a-f-]{36})\".*", "$1");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(browser.perform(multipart("/staff/results/import/entry")
                                    .file(new MockMultipartFile("evidence", "list.pdf", "application/pdf", PDF))
                                    .param("file", file)
                                    .with(SignedIn.as(CLERK))
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(303);
        }
        assertThat(store.page(new RecordStore.Narrowing(Optional.of("SEC-1.a"), Optional.empty()), 0, 500).stream()
                        .filter(r -> r.subject().equals("A,社")))
                .hasSize(1);
        for (Map.Entry<String, Integer> page1 : Map.of(
                        "/staff/results", 200, "/staff/results/new", 200, "/staff/results/import", 200)
                .entrySet()) {
            assertThat(browser.perform(get(page1.getKey()).with(SignedIn.as(PLANNER)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(page1.getValue());
        }
    }

    private String sent(String csv) throws Exception {
        return browser.perform(multipart("/staff/results/import")
                        .file(new MockMultipartFile(
                                "file", "results.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                        .with(SignedIn.as(CLERK))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
