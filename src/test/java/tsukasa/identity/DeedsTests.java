package tsukasa.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.Deed;
import tsukasa.audit.Entry;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.WebClient;

/// What identity does is written down: by whom, to whom, and never with a secret.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeedsTests {
    private final People people;
    private final Organisations organisations;
    private final SignInLinks links;
    private final AuditReader reader;
    private final JdbcTemplate database;
    private final int port;

    @Autowired
    DeedsTests(
            People people,
            Organisations organisations,
            SignInLinks links,
            AuditReader reader,
            JdbcTemplate database,
            @LocalServerPort int port) {
        this.people = people;
        this.organisations = organisations;
        this.links = links;
        this.reader = reader;
        this.database = database;
        this.port = port;
    }

    private record In(WebClient client, Person person, String link) {}

    private In signedIn(String address, String name, Role... roles) {
        EmailAddress email = EmailAddress.of(address);
        Person person = people.ensure(email, name, Language.JA);
        for (Role role : roles) {
            people.give(person.id(), role);
        }
        WebClient client = new WebClient(port);
        String link = links.make(email, new ReturnPath("/")).getPath();
        client.get(link);
        client.post(link, Map.of());
        return new In(client, person, link);
    }

    private List<Entry> by(UUID person, String action) {
        return reader.search(new Wanted(person.toString(), action, "", null, null, null), 1, 20)
                .entries();
    }

    private List<Entry> about(UUID thing, String action) {
        return reader.search(new Wanted("", action, thing.toString(), null, null, null), 1, 20)
                .entries();
    }

    @Test
    void coming_in_and_going_out_is_written_down_without_the_link() {
        In in = signedIn("comes@example.jp", "来る 人");
        assertThat(by(in.person().id(), "session.began")).hasSize(1).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(Actor.person(in.person().id(), "来る 人"));
            assertThat(entry.network()).isEqualTo("127.0.0.1");
        });
        in.client().get("/me");
        in.client().post("/sign-out", Map.of());
        assertThat(by(in.person().id(), "session.ended")).hasSize(1);
        new WebClient(port).get("/sign-in");
        WebClient thief = new WebClient(port);
        thief.get("/sign-in");
        assertThat(thief.post(in.link(), Map.of()).status()).isEqualTo(410);
        assertThat(reader.search(new Wanted("", "session.refused", "", null, null, null), 1, 5)
                        .entries())
                .first()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo(Deed.Kind.REFUSED);
                    assertThat(entry.actor()).isEqualTo(Actor.NOBODY);
                    assertThat(entry.facts()).isEqualTo(Map.of("why", "link"));
                });
        String token = in.link().substring(in.link().lastIndexOf('/') + 1);
        assertThat(database.queryForObject(
                        "select count(*) from audit.entry e where e::text like ?", Long.class, "%" + token + "%"))
                .isZero();
    }

    @Test
    void an_administrator_who_gives_takes_and_closes_is_named() {
        In admin = signedIn("gives@example.jp", "与える 人", Role.ADMINISTRATOR);
        UUID other = people.ensure(EmailAddress.of("given@example.jp"), "受ける 人", Language.JA)
                .id();
        admin.client().get("/staff/people/" + other);
        admin.client().post("/staff/people/" + other + "/give", Map.of("role", "AUDITOR"));
        admin.client().post("/staff/people/" + other + "/give", Map.of("role", "AUDITOR"));
        admin.client().post("/staff/people/" + other + "/take", Map.of("role", "AUDITOR"));
        admin.client().post("/staff/people/" + other + "/close", Map.of());
        admin.client().post("/staff/people/" + other + "/reopen", Map.of());
        assertThat(by(admin.person().id(), "").stream()
                        .filter(entry -> entry.object().id().equals(other.toString()))
                        .map(entry -> entry.action() + " " + entry.facts().getOrDefault("role", "")))
                .containsExactly(
                        "person.reopened ",
                        "person.closed ",
                        "role.taken AUDITOR",
                        "role.given AUDITOR",
                        "person.read ");
        assertThat(about(other, "person.registered").getFirst().actor()).isEqualTo(Actor.system("tsukasa"));
    }

    @Test
    void organisations_and_their_members_are_written_down_once_each_and_loads_once_in_all() {
        UUID person = people.ensure(EmailAddress.of("joins@example.jp"), "加わる 人", Language.JA)
                .id();
        OrganisationProfile profile =
                OrganisationProfile.of(CorporateNumber.ofBase(99_990_000_777L), "監査される会社", Prefecture.TOKYO);
        UUID id = organisations.register(profile).organisation().id();
        organisations.register(profile);
        organisations.amend(id, profile);
        organisations.join(person, id, Membership.Part.OWNER);
        organisations.join(person, id, Membership.Part.OWNER);
        organisations.leave(person, id);
        assertThat(about(id, ""))
                .extracting(Entry::action)
                .containsExactly("member.left", "member.joined", "organisation.amended", "organisation.registered");
        assertThat(about(id, "member.joined").getFirst().facts())
                .isEqualTo(Map.of("person", person.toString(), "part", "OWNER"));
        long before = reader.search(Wanted.ALL, 1, 1).total();
        organisations.registerAll(java.util.stream.LongStream.range(0, 500)
                .mapToObj(i -> OrganisationProfile.of(
                        CorporateNumber.ofBase(99_980_000_000L + i), "大量 " + i, Prefecture.TOKYO))
                .toList());
        assertThat(reader.search(Wanted.ALL, 1, 1).total()).isEqualTo(before + 1);
        assertThat(reader.search(Wanted.ALL, 1, 1).entries().getFirst().facts()).isEqualTo(Map.of("count", "500"));
    }
}
