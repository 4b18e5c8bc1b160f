package tsukasa.identity.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.identity.OrganisationExamples.registered;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.Entry;
import tsukasa.identity.Extent;
import tsukasa.identity.Mandate;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Outbox;
import tsukasa.testing.Enrolled;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SteppingClock;
import tsukasa.testing.WebClient;

/// Two organisations from outside: what a delegate may, and everybody who may not.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DelegationTests {
    private static final AtomicLong NUMBERS = new AtomicLong(800_110_000_000L);
    private static final String FORM = "/security-action";
    private static final Pattern DELEGATION = Pattern.compile("/delegations/([0-9a-f-]{36})");
    private final People people;
    private final Organisations organisations;
    private final SignInLinks links;
    private final Outbox outbox;
    private final AuditReader audit;
    private final JdbcClient database;
    private final int port;
    private final long number = NUMBERS.addAndGet(10);
    private final Organisation giver;
    private final Organisation delegate;
    private final WebClient owner;
    private final WebClient partner;
    private final WebClient clerk;

    @Autowired
    DelegationTests(
            People people,
            Organisations organisations,
            SignInLinks links,
            Outbox outbox,
            AuditReader audit,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database,
            @LocalServerPort int port) {
        this.people = people;
        this.organisations = organisations;
        this.links = links;
        this.outbox = outbox;
        this.audit = audit;
        this.database = database;
        this.port = port;
        this.giver = registered(organisations, CorporateNumber.ofBase(number), "株式会社委任");
        this.delegate = registered(organisations, CorporateNumber.ofBase(number + 1), "行政書士法人代理");
        this.owner = new WebClient(port);
        this.partner = new WebClient(port);
        this.clerk = new WebClient(port);
    }

    @BeforeEach
    void everyoneSignsIn() {
        signIn(owner, "owner", "委任 社長", giver, Part.OWNER);
        signIn(partner, "partner", "代理 代表", delegate, Part.OWNER);
        signIn(clerk, "clerk", "代理 係員", delegate, Part.MEMBER);
    }

    private EmailAddress mail(String who) {
        return EmailAddress.of(who + number + "@example.jp");
    }

    private UUID signIn(WebClient browser, String who, String name, Organisation where, Part part) {
        UUID person = people.ensure(mail(who), name, Language.JA).id();
        organisations.join(person, where.id(), part);
        Enrolled.byLink(browser, links, mail(who).value());
        return person;
    }

    private String base(Organisation one) {
        return "/me/organisations/" + one.id() + "/delegations";
    }

    private Map<String, String> wanted(String services, Extent extent) {
        return Map.of(
                "number", String.valueOf(delegate.profile().corporateNumber()),
                "services", services,
                "extent", extent.name(),
                "last-day",
                        LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"))
                                .plusDays(30)
                                .toString(),
                "confirmed", "yes");
    }

    private String offered(String services, Extent extent) {
        owner.get(base(giver) + "/new");
        WebClient.Response made = owner.post(base(giver) + "/new", wanted(services, extent));
        Matcher id = DELEGATION.matcher(made.location());
        assertThat(id.find()).as(made.body()).isTrue();
        return id.group(1);
    }

    private String accepted(String services, Extent extent) {
        String id = offered(services, extent);
        partner.get(base(delegate) + "/" + id);
        assertThat(partner.post(base(delegate) + "/" + id + "/accept", Map.of()).status())
                .isEqualTo(303);
        return id;
    }

    private WebClient.Response act(WebClient browser) {
        browser.get("/me");
        return browser.post("/me/acting-for/" + giver.id(), Map.of());
    }

    private static String step(WebClient browser, String path, Map<String, String> answers) {
        browser.get(path);
        WebClient.Response next = browser.post(path, answers);
        assertThat(next.status()).as(path).isEqualTo(303);
        return next.location();
    }

    /// @return the address of a draft that has only to be sent
    private String prepared(WebClient browser) {
        browser.get(FORM);
        WebClient.Response begun = browser.post(FORM + "/declare", Map.of());
        assertThat(begun.status()).isEqualTo(303);
        String step = step(browser, begun.location(), Map.of("level", "one", "principles", "true"));
        assertThat(browser.get(step + "?lang=ja").body())
                .contains("株式会社委任", String.valueOf(giver.profile().corporateNumber()));
        step = step(
                browser,
                step,
                Map.of(
                        "corporateNumber", String.valueOf(delegate.profile().corporateNumber()),
                        "name", "株式会社委任",
                        "kana", "カブシキガイシャイニン",
                        "prefecture", "27",
                        "industry", "E",
                        "employees", "10",
                        "capital", "1000000"));
        String review = step(
                browser,
                step,
                Map.of("contactName", "委任 花子", "contactMail", "c" + number + "@example.jp", "publish", "true"));
        return review.substring(0, review.lastIndexOf('/'));
    }

    private WebClient.Response send(WebClient browser, String draft) {
        browser.get("/me");
        return browser.post(draft + "/send", Map.of());
    }

    private String letterTo(String who) {
        return outbox.list(new Outbox.Wanted(mail(who).value(), Optional.empty(), 1)).letters().stream()
                .map(letter ->
                        String.valueOf(outbox.find(letter.id()).orElseThrow().body()))
                .reduce("", String::concat);
    }

    @Test
    void what_was_offered_and_accepted_lets_a_member_of_the_delegate_file_for_the_giver() {
        String id = accepted("security-action", Extent.SUBMIT);
        assertThat(letterTo("partner")).contains("代理を依頼しました", "/delegations/" + id);
        assertThat(letterTo("owner")).contains("承諾しました");
        assertThat(clerk.get("/me?lang=ja").body()).contains("任されている代理", "株式会社委任");
        assertThat(act(clerk).status()).isEqualTo(303);
        assertThat(clerk.get("/about?lang=ja").body()).contains("株式会社委任 の代理として手続きしています");
        String draft = prepared(clerk);
        assertThat(clerk.get(draft + "/review?lang=ja").body())
                .contains("株式会社委任 の代理として提出します", String.valueOf(giver.profile().corporateNumber()))
                .doesNotContain(String.valueOf(delegate.profile().corporateNumber()));
        WebClient.Response sent = send(clerk, draft);
        assertThat(sent.location()).endsWith("/sent");

        Entry deed = audit.search(new Wanted("", "case.sent-for", "", null, null, null), 1, 1)
                .entries()
                .getFirst();
        assertThat(deed.actor().name()).isEqualTo("代理 係員（行政書士法人代理）");
        assertThat(deed.actor().organisation()).isEqualTo(giver.id());
        assertThat(deed.facts()).containsEntry("mandate", id);
        assertThat(database.sql("""
                                select e.actor from scheme.case_event e join scheme.case_file f on f.id = e.case_id
                                 where f.subject_key = :number
                                """)
                        .param("number", String.valueOf(giver.profile().corporateNumber()))
                        .query(String.class)
                        .list())
                .containsExactly("代理 係員（行政書士法人代理）");
    }

    @Test
    void before_it_is_accepted_nobody_acts() {
        offered("all", Extent.SUBMIT);
        assertThat(act(clerk).status()).isEqualTo(404);
        assertThat(clerk.get("/me?lang=ja").body()).doesNotContain("任されている代理");
    }

    @Test
    void who_may_only_prepare_does_not_send_but_the_giver_does() {
        accepted("all", Extent.PREPARE);
        act(clerk);
        String draft = prepared(clerk);
        assertThat(send(clerk, draft).status()).isEqualTo(403);
        assertThat(new WebClient(port).get(draft).status())
                .as("the secret address alone opens it to nobody")
                .isEqualTo(403);
        assertThat(send(owner, draft).location()).as("a member of the giver").endsWith("/sent");
    }

    @Test
    void who_may_only_read_prepares_nothing() {
        accepted("all", Extent.READ);
        act(clerk);
        clerk.get(FORM);
        assertThat(clerk.post(FORM + "/declare", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void another_service_than_the_one_named_stays_shut() {
        String id = accepted("security-action", Extent.SUBMIT);
        database.sql("update identity.delegation set services = '{another-scheme}' where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        act(clerk);
        clerk.get(FORM);
        assertThat(clerk.post(FORM + "/declare", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void ended_by_either_side_it_is_over_with_the_next_click_even_for_a_draft_half_done() {
        for (WebClient side : List.of(owner, partner)) {
            String id = accepted("all", Extent.SUBMIT);
            act(clerk);
            String draft = prepared(clerk);
            Organisation here = side == owner ? giver : delegate;
            assertThat(side.get(base(here) + "/" + id + "/end?lang=ja").body()).contains("代理を終わらせる", "取り消せません");
            assertThat(side.post(base(here) + "/" + id + "/end", Map.of()).status())
                    .isEqualTo(303);
            assertThat(clerk.get(draft + "/review").status()).isEqualTo(403);
            assertThat(send(clerk, draft).status()).isEqualTo(403);
            assertThat(act(clerk).status()).isEqualTo(404);
            assertThat(partner.post(base(delegate) + "/" + id + "/accept", Map.of())
                            .status())
                    .isEqualTo(409);
        }
        assertThat(letterTo("owner")).contains("終わらせました");
        assertThat(letterTo("partner")).contains("終わらせました");
    }

    @Test
    void past_its_last_day_nothing_is_left_of_it() {
        String id = accepted("all", Extent.SUBMIT);
        act(clerk);
        String draft = prepared(clerk);
        database.sql("update identity.delegation set last_day = current_date - 2 where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        assertThat(send(clerk, draft).status()).isEqualTo(403);
        assertThat(act(clerk).status()).isEqualTo(404);
        assertThat(owner.get(base(giver) + "?lang=ja").body()).contains("期限切れ");
        assertThat(offered("all", Extent.READ))
                .as("and there is room for a new one")
                .isNotEqualTo(id);
    }

    @Test
    void the_last_day_ends_at_midnight_in_japan() {
        String id = accepted("all", Extent.SUBMIT);
        database.sql("update identity.delegation set last_day = '2030-03-31' where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        UUID person = people.findByEmail(mail("clerk")).orElseThrow().id();
        SteppingClock clock = SteppingClock.at("2030-03-31T14:59:59Z");
        PresentMandates mandates = new PresentMandates(new MandateStore(database), clock);
        assertThat(mandates.of(person, giver.id()).map(Mandate::delegate)).contains(delegate.id());
        clock.step(Duration.ofSeconds(1));
        assertThat(mandates.of(person, giver.id())).isEmpty();
    }

    @Test
    void a_member_who_left_the_delegate_acts_no_more() {
        accepted("all", Extent.SUBMIT);
        act(clerk);
        String draft = prepared(clerk);
        organisations.leave(people.findByEmail(mail("clerk")).orElseThrow().id(), delegate.id());
        assertThat(send(clerk, draft).status()).isEqualTo(403);
        assertThat(act(clerk).status()).isEqualTo(404);
    }

    @Test
    void a_delegate_passes_nothing_on_and_is_no_member_of_the_giver() {
        accepted("all", Extent.SUBMIT);
        act(partner);
        Organisation third = registered(organisations, CorporateNumber.ofBase(number + 2), "第三者株式会社");
        WebClient other = new WebClient(port);
        signIn(other, "third", "第三 者", third, Part.OWNER);
        partner.get("/me");
        assertThat(partner.get("/me/organisations/" + giver.id()).status()).isEqualTo(404);
        assertThat(partner.get(base(giver)).status()).isEqualTo(404);
        assertThat(partner.post(base(giver) + "/new", wanted("all", Extent.READ))
                        .status())
                .isEqualTo(404);
        // What the delegate gives is its own, and nothing of the giver's comes with it.
        partner.get(base(delegate) + "/new");
        Map<String, String> own = new java.util.HashMap<>(wanted("all", Extent.SUBMIT));
        own.put("number", String.valueOf(third.profile().corporateNumber()));
        Matcher made =
                DELEGATION.matcher(partner.post(base(delegate) + "/new", own).location());
        assertThat(made.find()).isTrue();
        other.get("/me");
        assertThat(other.post(base(third) + "/" + made.group(1) + "/accept", Map.of())
                        .status())
                .isEqualTo(303);
        other.get("/me");
        assertThat(other.post("/me/acting-for/" + delegate.id(), Map.of()).status())
                .isEqualTo(303);
        assertThat(act(other).status()).isEqualTo(404);
    }

    @Test
    void only_owners_decide_and_strangers_see_nothing() {
        String id = offered("all", Extent.SUBMIT);
        WebClient stranger = new WebClient(port);
        Enrolled.byLink(stranger, links, mail("stranger").value());
        for (String path :
                List.of(base(giver), base(giver) + "/" + id, base(delegate) + "/" + id, base(giver) + "/new")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        clerk.get("/me");
        assertThat(clerk.get(base(delegate) + "/" + id).status()).isEqualTo(200);
        assertThat(clerk.get(base(delegate) + "/new").status()).isEqualTo(403);
        assertThat(clerk.post(base(delegate) + "/" + id + "/accept", Map.of()).status())
                .isEqualTo(403);
        assertThat(clerk.post(base(delegate) + "/" + id + "/end", Map.of()).status())
                .isEqualTo(403);
        // The giver's owner cannot accept for the other side.
        owner.get("/me");
        assertThat(owner.post(base(giver) + "/" + id + "/accept", Map.of()).status())
                .isEqualTo(409);
        partner.get(base(delegate) + "/" + id + "/end");
        assertThat(partner.post(base(delegate) + "/" + id + "/end", Map.of()).status())
                .isEqualTo(303);
        assertThat(owner.get(base(giver) + "?lang=ja").body()).contains("辞退");
    }

    @Test
    void what_is_typed_is_judged_and_shown_once_more_before_anybody_is_asked() {
        owner.get(base(giver) + "/new");
        WebClient.Response nothing = owner.post(base(giver) + "/new", Map.of("number", "123"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("13桁の法人番号", "任せる手続きを選んで", "どこまで任せるか", "3年以内の日");
        Map<String, String> own = new java.util.HashMap<>(wanted("all", Extent.READ));
        own.put("number", String.valueOf(giver.profile().corporateNumber()));
        assertThat(owner.post(base(giver) + "/new", own).body()).contains("ご自分の組織には任せられません");
        own.put("number", "7123456789012");
        own.put("services", "no-such-scheme");
        own.put("last-day", "2001-01-01");
        assertThat(owner.post(base(giver) + "/new", own).body()).contains("登録されていません", "任せる手続きを選んで", "3年以内の日");

        Map<String, String> good = new java.util.HashMap<>(wanted("all", Extent.READ));
        good.remove("confirmed");
        WebClient.Response shown = owner.post(base(giver) + "/new", good);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("行政書士法人代理", "代理を依頼しますか", "すべての手続き");
        assertThat(partner.get(base(delegate) + "?lang=ja").body()).contains("任されている代理はありません");
        offered("all", Extent.READ);
        owner.get(base(giver) + "/new");
        assertThat(owner.post(base(giver) + "/new", wanted("all", Extent.READ)).body())
                .contains("すでに有効か承諾待ちの代理があります");
    }
}
