package tsukasa.identity.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
class MeTests {
    private final MockMvc browser;
    private final People people;
    private final Organisations organisations;

    @Autowired
    MeTests(MockMvc browser, People people, Organisations organisations) {
        this.browser = browser;
        this.people = people;
        this.organisations = organisations;
    }

    @Test
    void one_says_what_to_be_called_and_in_which_language() throws Exception {
        Person person = somebody("name@example.jp");
        assertThat(as(person, post("/me").param("name", " 新しい 名前 ").param("language", "en"))
                        .getStatus())
                .isEqualTo(303);
        Person now = people.find(person.id()).orElseThrow();
        assertThat(now.displayName()).isEqualTo("新しい 名前");
        assertThat(now.language()).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"'',ja", "' ',ja", "name,fr", "name,''"})
    void a_profile_that_cannot_be_kept_is_answered_beside_its_fields(String name, String language) throws Exception {
        Person person = somebody("wrong@example.jp");
        MockHttpServletResponse answer =
                as(person, post("/me").param("name", name).param("language", language));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("1か所を直してください").contains("エラー：");
        assertThat(people.find(person.id()).orElseThrow().displayName()).isEqualTo("ある人");
    }

    @Test
    void hostile_and_huge_names_are_refused() throws Exception {
        Person person = somebody("hostile-name@example.jp");
        for (String name : List.of("a\u0000b", "a\nb", "a".repeat(101), "a".repeat(500_000), "a\u2028b")) {
            assertThat(as(person, post("/me").param("name", name).param("language", "ja"))
                            .getStatus())
                    .isEqualTo(422);
        }
    }

    @Test
    void a_company_is_registered_by_its_number_and_its_registrant_owns_it() throws Exception {
        Person person = somebody("founder@example.jp");
        CorporateNumber number = CorporateNumber.ofBase(400_000_000_001L);
        MockHttpServletResponse answer = as(
                person,
                company(number.digits())
                        .param("industry", "E")
                        .param("employees", "１，２００")
                        .param("capital", "1,000")
                        .param("return", "/security-action?x=1"));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/security-action?x=1");
        Organisation organisation = organisations.findByCorporateNumber(number).orElseThrow();
        assertThat(organisation.profile().employees()).isEqualTo(1200);
        assertThat(organisation.profile().capitalYen()).isEqualTo(10_000_000L);
        assertThat(organisations.membersOf(organisation.id()))
                .singleElement()
                .satisfies(member -> assertThat(member.part()).isEqualTo(Part.OWNER));
        assertThat(as(person, get("/me")).getContentAsString()).contains("みなと製作所");
    }

    @ParameterizedTest
    @CsvSource({"1123456789012,検査数字が合いません", "712345678901,入力は12桁でした", "'',入力は0桁でした", "71234567890123,入力は14桁でした"})
    void a_wrong_number_is_named_and_how_to_put_it_right(String typed, String words) throws Exception {
        MockHttpServletResponse answer = as(somebody("digits@example.jp"), company(typed));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains(words).contains("みなと製作所");
    }

    @Test
    void a_number_that_is_taken_is_not_registered_again_and_gives_no_access() throws Exception {
        CorporateNumber number = CorporateNumber.ofBase(400_000_000_002L);
        Organisation there = organisations
                .register(OrganisationProfile.of(number, "先の会社", Prefecture.TOKYO))
                .organisation();
        Person late = somebody("late-comer@example.jp");
        MockHttpServletResponse answer = as(late, company(number.digits()));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("すでに登録されています");
        assertThat(as(late, get("/me/organisations/" + there.id())).getStatus()).isEqualTo(404);
        assertThat(organisations.membershipsOf(late.id())).isEmpty();
    }

    @Test
    void particulars_out_of_bounds_are_refused_field_by_field() throws Exception {
        MockHttpServletResponse answer = as(
                somebody("bounds@example.jp"),
                post("/me/organisations/new")
                        .param("kind", "proprietor")
                        .param("name", "a".repeat(201))
                        .param("prefecture", "48")
                        .param("city", "a\u0000")
                        .param("industry", "ZZ")
                        .param("employees", "-1")
                        .param("capital", "9".repeat(30)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("6か所を直してください");
    }

    @Test
    void nothing_sent_is_answered_like_nothing_typed() throws Exception {
        assertThat(as(somebody("nothing@example.jp"), post("/me/organisations/new"))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void only_owners_change_an_organisation_and_to_strangers_it_does_not_exist() throws Exception {
        Person owner = somebody("owner@example.jp");
        Person member = somebody("plain-member@example.jp");
        Person stranger = somebody("stranger-to-it@example.jp");
        UUID id = owned(owner);
        organisations.join(member.id(), id, Part.MEMBER);
        String path = "/me/organisations/" + id;

        assertThat(as(member, get(path)).getStatus()).isEqualTo(200);
        assertThat(as(stranger, get(path)).getStatus()).isEqualTo(404);
        for (String action : List.of("", "/members", "/members/" + owner.id() + "/remove")) {
            assertThat(as(member, post(path + action)).getStatus()).isEqualTo(403);
            assertThat(as(stranger, post(path + action)).getStatus()).isEqualTo(404);
        }
        assertThat(as(stranger, post(path + "/act-for")).getStatus()).isEqualTo(404);
        assertThat(as(owner, post(path).param("name", "改めた名").param("prefecture", "26"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(organisations.find(id).orElseThrow().name()).isEqualTo("改めた名");
    }

    @Test
    void an_owner_adds_and_removes_members_but_not_the_last_owner() throws Exception {
        Person owner = somebody("sole-owner@example.jp");
        UUID id = owned(owner);
        String path = "/me/organisations/" + id;
        assertThat(as(owner, post(path + "/members").param("email", "New@example.jp"))
                        .getStatus())
                .isEqualTo(303);
        Person added = people.findByEmail(EmailAddress.of("new@example.jp")).orElseThrow();
        assertThat(organisations.membersOf(id)).hasSize(2);
        assertThat(as(owner, post(path + "/members").param("email", "nobody")).getStatus())
                .isEqualTo(422);
        assertThat(as(owner, post(path + "/members/" + owner.id() + "/remove")).getStatus())
                .isEqualTo(409);
        assertThat(as(owner, post(path + "/members").param("email", "sole-owner@example.jp"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(as(owner, post(path + "/members/" + added.id() + "/remove")).getStatus())
                .isEqualTo(303);
        assertThat(organisations.membersOf(id)).hasSize(1);
    }

    @Test
    void without_signing_in_there_is_no_page_of_ones_own() throws Exception {
        MockHttpServletResponse page =
                browser.perform(get("/me/organisations/new")).andReturn().getResponse();
        assertThat(page.getStatus()).isEqualTo(303);
        assertThat(page.getHeader("Location")).isEqualTo("/sign-in?return=%2Fme%2Forganisations%2Fnew");
        assertThat(browser.perform(company("4011001098993").with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    private static MockHttpServletRequestBuilder company(String number) {
        return post("/me/organisations/new")
                .param("kind", "corporation")
                .param("corporateNumber", number)
                .param("name", "みなと製作所")
                .param("prefecture", "34");
    }

    private UUID owned(Person owner) {
        UUID id = organisations
                .register(OrganisationProfile.of(null, "持ち主のいる組織", Prefecture.TOKYO))
                .organisation()
                .id();
        organisations.join(owner.id(), id, Part.OWNER);
        return id;
    }

    private Person somebody(String email) {
        return people.ensure(EmailAddress.of(email), "ある人", Language.JA);
    }

    private MockHttpServletResponse as(Person person, MockHttpServletRequestBuilder request) throws Exception {
        Visitor visitor = new Visitor(person.id(), "ある人", person.email().value(), Set.of(Role.MEMBER), null);
        MockHttpServletResponse response = browser.perform(
                        request.with(SignedIn.as(visitor)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
