package tsukasa.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.scheme.DeclarationExamples.oneStar;
import static tsukasa.scheme.DeclarationExamples.submission;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.Deed;
import tsukasa.audit.Entry;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Reads;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileHolder;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileReaders;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.Retention;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.scheme.Intake;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;

/// Whoever reads a confidential record leaves an entry.
@SpringBootTest
@AutoConfigureMockMvc
class ReadsTests {
    /// What these permissions open is confidential.
    private static final Set<Permission> CONFIDENTIAL =
            Set.of(Permission.HANDLE_CASES, Permission.READ_OUTBOX, Permission.MANAGE_PEOPLE, Permission.READ_AUDIT);

    private static final Set<String> SHOW_NO_RECORD = Set.of("/staff/schemes");

    private final MockMvc browser;
    private final RequestMappingHandlerMapping mapping;
    private final AuditReader reader;
    private final JdbcClient owner;
    private final Map<String, String> places = new TreeMap<>();
    private final Set<String> known = new java.util.HashSet<>();

    @Autowired
    ReadsTests(
            MockMvc browser,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            AuditReader reader,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            List<KnownActions> actions,
            People people,
            PostOffice post,
            Intake intake,
            FileKeeper files) {
        this.browser = browser;
        this.mapping = mapping;
        this.reader = reader;
        this.owner = owner;
        actions.forEach(some -> some.all().forEach(action -> known.add(action.word())));
        UUID person = people.ensure(EmailAddress.of("read-about@example.jp"), "読まれる 人", Language.JA)
                .id();
        places.put("/staff/people", "/staff/people");
        places.put("/staff/people/{id}", "/staff/people/" + person);
        places.put("/staff/people/{id}/confirm", "/staff/people/" + person + "/confirm?act=close");
        places.put("/staff/people/{id}/role", "/staff/people/" + person + "/role?role=STAFF");
        places.put("/staff/people/{id}/recovery", "/staff/people/" + person + "/recovery");
        places.put("/staff/recoveries", "/staff/recoveries");
        places.put("/staff/outbox", "/staff/outbox");
        places.put(
                "/staff/outbox/{id}",
                "/staff/outbox/"
                        + post.send(Letter.of(
                                        EmailAddress.of("read@example.jp"),
                                        Language.JA,
                                        Text.same("件名"),
                                        Text.same("本文")))
                                .value());
        places.put("/staff/{scheme}", "/staff/security-action");
        places.put("/staff/schemes/mine", "/staff/schemes/mine");
        places.put("/staff/{scheme}/cases/{number}", "/staff/security-action/cases/" + declared(intake));
        places.put("/files/{id}/{name}", file(files));
        places.put("/staff/audit", "/staff/audit?who=読");
        places.put("/staff/audit.csv", "/staff/audit.csv?kind=READ");
        places.put("/staff/audit/days", "/staff/audit/days");
        places.put(
                "/staff/audit/entries/{id}",
                "/staff/audit/entries/"
                        + reader.search(Wanted.ALL, 1, 1).entries().getFirst().id());
    }

    /// Readable by whoever visits, whom the test does not know yet.
    @TestConfiguration
    static class ReadableThings {
        @Bean
        FileReaders readableThings() {
            return new FileReaders() {
                @Override
                public String kind() {
                    return "reads-test";
                }

                @Override
                public Text title() {
                    return Text.same("Reads");
                }

                @Override
                public boolean mayRead(Optional<Visitor> visitor, String id) {
                    return visitor.isPresent();
                }
            };
        }
    }

    private static String file(FileKeeper files) {
        Visitor staff = new Visitor(UUID.randomUUID(), "職員", "s@example.jp", Set.of(Role.STAFF), null);
        NewFile confidential = new NewFile(
                "a.txt",
                () -> new ByteArrayInputStream("機密です。".getBytes(StandardCharsets.UTF_8)),
                new FileHolder("reads-test", "1"),
                Confidentiality.CONFIDENTIAL,
                Retention.ONE_YEAR);
        return files.keep(confidential, staff) instanceof KeepOutcome.Kept(KeptFile file) ? file.address() : "not kept";
    }

    private static String declared(Intake intake) {
        Map<String, Object> answers = oneStar(870);
        answers.put("name", "読まれる商店");
        return intake.submitAll(List.of(submission("reads-870", answers)))
                .getFirst()
                .toString()
                .replaceAll(".*number=([^\\],]+).*", "$1");
    }

    private Map<String, HandlerMethod> pages() {
        Map<String, HandlerMethod> pages = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                info.getPatternValues().forEach(pattern -> pages.put(pattern, method));
            }
        });
        return pages;
    }

    @Test
    void every_page_that_opens_to_a_confidential_permission_says_what_it_records() {
        assertThat(pages().entrySet().stream()
                        .filter(page -> CONFIDENTIAL.contains(permission(page.getValue())))
                        .filter(page -> !page.getValue().hasMethodAnnotation(Reads.class))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(SHOW_NO_RECORD);
    }

    private static Permission permission(HandlerMethod method) {
        Permit own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permit.class);
        Permit whole = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Permit.class);
        return own != null ? own.value() : whole != null ? whole.value() : Permission.SIGNED_IN;
    }

    @Test
    void a_visit_of_each_such_page_leaves_an_entry_that_says_who_read_what() throws Exception {
        Map<String, HandlerMethod> pages = pages();
        pages.values().removeIf(method -> !method.hasMethodAnnotation(Reads.class));
        assertThat(places.keySet()).as("say here how to visit a new one").containsExactlyElementsOf(pages.keySet());
        for (Map.Entry<String, HandlerMethod> page : pages.entrySet()) {
            Reads reads = page.getValue().getMethodAnnotation(Reads.class);
            Visitor visitor =
                    new Visitor(UUID.randomUUID(), "閲覧 " + page.getKey(), "r@example.jp", Set.of(Role.values()), null);
            String place = String.valueOf(places.get(page.getKey()));
            assertThat(visit(place, visitor)).as(place).isEqualTo(200);
            List<Entry> left = left(visitor);
            assertThat(left).as(place).hasSize(1);
            assertThat(left.getFirst().kind()).isEqualTo(Deed.Kind.READ);
            assertThat(left.getFirst().action()).as(place).isEqualTo(reads == null ? "" : reads.value());
            assertThat(known).contains(left.getFirst().action());
        }
    }

    @Test
    void what_cannot_be_written_down_is_not_shown() throws Exception {
        Visitor visitor = new Visitor(UUID.randomUUID(), "見られない 人", "r@example.jp", Set.of(Role.values()), null);
        owner.sql("alter table audit.waiting add constraint unwritable check (kind <> 'READ') not valid")
                .update();
        try {
            for (String place : places.values()) {
                MockHttpServletResponse answer = answer(place, visitor);
                assertThat(answer.getStatus()).as(place).isGreaterThanOrEqualTo(500);
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                        .as(place)
                        .doesNotContain("読まれる", "read@example.jp", "証拠です");
            }
        } finally {
            owner.sql("alter table audit.waiting drop constraint unwritable").update();
        }
        assertThat(left(visitor)).isEmpty();
    }

    @Test
    void what_is_not_there_was_not_read() throws Exception {
        Visitor visitor = new Visitor(UUID.randomUUID(), "探す 人", "r@example.jp", Set.of(Role.values()), null);
        for (String place : List.of(
                "/staff/people/" + UUID.randomUUID(),
                "/staff/outbox/" + UUID.randomUUID(),
                "/staff/security-action/cases/X-1",
                "/staff/audit/entries/999999999")) {
            assertThat(visit(place, visitor)).as(place).isEqualTo(404);
        }
        assertThat(left(visitor)).isEmpty();
    }

    @Test
    void whoever_is_refused_leaves_an_entry_as_well() throws Exception {
        Visitor visitor = new Visitor(UUID.randomUUID(), "権限の ない人", "r@example.jp", Set.of(Role.MEMBER), null);
        assertThat(visit(String.valueOf(places.get("/staff/people/{id}")), visitor))
                .isEqualTo(403);
        Entry left = left(visitor).getFirst();
        assertThat(left.kind()).isEqualTo(Deed.Kind.REFUSED);
        assertThat(left.object().id()).isEqualTo("GET /staff/people/{id}");
        assertThat(left.facts()).containsEntry("permission", "MANAGE_PEOPLE");
    }

    private List<Entry> left(Visitor visitor) {
        return reader.search(new Wanted(visitor.id().toString(), "", "", null, null, null), 1, 10)
                .entries();
    }

    private int visit(String place, Visitor visitor) throws Exception {
        return answer(place, visitor).getStatus();
    }

    private MockHttpServletResponse answer(String place, Visitor visitor) throws Exception {
        MvcResult result =
                browser.perform(get(place).with(SignedIn.as(visitor))).andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result = browser.perform(asyncDispatch(result)).andReturn();
        }
        return result.getResponse();
    }
}
