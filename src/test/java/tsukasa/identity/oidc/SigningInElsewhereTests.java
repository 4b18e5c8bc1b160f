package tsukasa.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Registration;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.Enrolled;
import tsukasa.testing.WebClient;

class SigningInElsewhereTests extends ThreeProviders {
    private Person person(String email) {
        return people.findByEmail(EmailAddress.of(email)).orElseThrow();
    }

    @Test
    void the_sign_in_page_offers_each_provider_by_its_name_in_both_languages() {
        String page = browser().get("/sign-in?return=%2Fme&lang=ja").body();
        assertThat(page)
                .contains("GビズIDでサインイン", "デジタル認証アプリでサインイン", "職員アカウントでサインイン")
                .contains("/sign-in/with/gbiz?return=%2Fme");
        assertThat(browser().get("/sign-in?lang=en").body())
                .contains("Sign in with gBizID", "Sign in with Digital Authentication App");
    }

    @Test
    void a_prime_account_makes_its_person_and_its_organisation_and_comes_back_to_where_it_wanted_to_go() {
        GBIZ.is(prime("prime-1", "4011001098993"));
        WebClient browser = browser();
        String asked = begin(browser, "/sign-in/with/gbiz?return=%2Fme%3Flang%3Dja");
        assertThat(asked)
                .startsWith(GBIZ.issuer() + "authorize?")
                .contains("scope=openid+profile+user+email", "code_challenge_method=S256", "response_type=code")
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A" + port + "%2Fsign-in%2Fwith%2Fgbiz%2Fcallback");
        WebClient.Response back = comeBack(browser, GBIZ.agree(asked));
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.location()).isEqualTo("/me?lang=ja");
        assertThat(back.header("Cache-Control")).contains("no-store");
        String me = browser.get("/me?lang=ja").body();
        assertThat(me).contains("港 一郎 さんとして", "株式会社みなと電機", "この組織として手続き中", "GビズIDプライム");

        Person person = person("prime-1@gbiz.example.jp");
        Organisation made = organisations
                .findByCorporateNumber(new CorporateNumber("4011001098993"))
                .orElseThrow();
        assertThat(made.profile().prefecture()).isEqualTo(Prefecture.KANAGAWA);
        assertThat(organisations.membersOf(made.id()))
                .singleElement()
                .matches(member -> member.person().equals(person.id()) && member.part() == Part.OWNER);

        WebClient second = browser();
        through(second, "gbiz", GBIZ);
        assertThat(second.get("/me").body()).contains("港 一郎");
        assertThat(organisations.membersOf(made.id())).hasSize(1);
    }

    @Test
    void a_member_account_joins_the_organisation_that_is_there_and_is_not_put_back_when_an_owner_takes_it_out() {
        CorporateNumber number = CorporateNumber.ofBase(700_110_000_001L);
        Organisation there = ((Registration.Registered)
                        organisations.register(OrganisationProfile.of(number, "株式会社もとからある", Prefecture.TOKYO)))
                .organisation();
        Map<String, Object> claims = new java.util.HashMap<>(prime("member-1", number.digits()));
        claims.put("account_type", "3");
        claims.put("parent_id", "prime-9");
        GBIZ.is(claims);
        through(browser(), "gbiz", GBIZ);
        UUID member = person("member-1@gbiz.example.jp").id();
        assertThat(organisations.membersOf(there.id()))
                .singleElement()
                .matches(one -> one.person().equals(member) && one.part() == Part.MEMBER);
        organisations.leave(member, there.id());
        through(browser(), "gbiz", GBIZ);
        assertThat(organisations.membersOf(there.id())).isEmpty();
    }

    @Test
    void an_entry_account_and_a_corporate_number_with_a_wrong_check_digit_join_nothing() {
        Map<String, Object> entry = new java.util.HashMap<>(prime("entry-1", "4000012090001"));
        entry.put("account_type", "1");
        GBIZ.is(entry);
        WebClient browser = browser();
        through(browser, "gbiz", GBIZ);
        assertThat(browser.get("/me?lang=ja").body()).contains("まだ組織がありません", "GビズIDエントリー");
        GBIZ.is(prime("wrong-digit", "5011001098993"));
        WebClient other = browser();
        through(other, "gbiz", GBIZ);
        assertThat(other.get("/me?lang=ja").body()).contains("港 一郎 さんとして", "まだ組織がありません");
        assertThat(organisations.findByCorporateNumber(new CorporateNumber("4000012090001")))
                .isEmpty();
    }

    @Test
    void an_address_that_somebody_has_here_takes_nothing_over_until_its_owner_signs_in_and_agrees() {
        Person owner = people.ensure(EmailAddress.of("owner@gbiz.example.jp"), "もとの 利用者", Language.JA);
        GBIZ.is(prime("owner", "7123456789012"));
        WebClient thief = browser();
        WebClient.Response back = through(thief, "gbiz", GBIZ);
        assertThat(back.location()).isEqualTo("/sign-in/first");
        assertThat(thief.get("/sign-in/first?lang=ja").body()).contains("港 一郎 さんであることを確認しました", "owner@gbiz.example.jp");
        assertThat(thief.get("/me").status()).isEqualTo(303);

        // The link in the mail, opened in the browser that came back.
        String link = links.make(EmailAddress.of("owner@gbiz.example.jp"), new ReturnPath("/me/accounts/waiting"))
                .getPath();
        thief.get(link);
        assertThat(thief.post(link, Map.of()).location()).isEqualTo("/me/accounts/waiting");
        assertThat(thief.get("/me/accounts/waiting?lang=ja").body()).contains("港 一郎", "もとの 利用者", "株式会社みなと電機");
        thief.post("/me/accounts/waiting", Map.of());
        WebClient again = browser();
        through(again, "gbiz", GBIZ);
        assertThat(again.get("/me?lang=ja").body()).contains("もとの 利用者 さんとして", "外部アカウントを結び付けました");
        assertThat(organisations.membershipsOf(owner.id())).hasSize(1);
    }

    @Test
    void an_address_that_the_provider_has_not_verified_makes_nobody() {
        Map<String, Object> claims = new java.util.HashMap<>(prime("unverified", "7123456789012"));
        claims.put("email_verified", false);
        GBIZ.is(claims);
        WebClient browser = browser();
        assertThat(through(browser, "gbiz", GBIZ).location()).isEqualTo("/sign-in/first");
        assertThat(browser.get("/sign-in/first").body()).doesNotContain("unverified@gbiz.example.jp");
        assertThat(people.findByEmail(EmailAddress.of("unverified@gbiz.example.jp")))
                .isEmpty();
    }

    @Test
    void of_a_card_only_what_the_operator_named_is_asked_for_and_kept() {
        CARD.is(Map.of(
                "sub", "card-1",
                "name", "札 花子",
                "birthdate", "1980-01-02",
                "gender", "female",
                "address", Map.of("formatted", "札幌市中央区1-1")));
        WebClient browser = browser();
        String asked = begin(browser, "/sign-in/with/card");
        assertThat(asked).contains("scope=openid+name+birthdate").doesNotContain("address", "gender");
        assertThat(comeBack(browser, CARD.agree(asked)).location()).isEqualTo("/sign-in/first");
        Enrolled.byLink(browser, links, "card@example.jp");
        browser.get("/me/accounts/waiting");
        assertThat(browser.post("/me/accounts/waiting", Map.of()).status()).isEqualTo(303);
        String kept = browser.get("/me/accounts?lang=ja").body();
        assertThat(kept).contains("札 花子", "氏名", "生年月日").doesNotContain("札幌市", "1980", "住所");
        assertThat(browser.get("/me?lang=ja").body()).contains("デジタル認証アプリ");
    }

    @Test
    void groups_of_the_directory_give_roles_and_take_back_only_what_they_gave() {
        Map<String, Object> clerk =
                Map.of("sub", "clerk", "name", "窓口 記子", "email", "clerk@agency.example.jp", "email_verified", true);
        STAFF.is(clerk)
                .saysInToken(Map.of("groups", List.of("tsukasa-planners", "others"), "amr", List.of("pwd", "mfa")));
        WebClient browser = browser();
        through(browser, "directory", STAFF);
        UUID id = person("clerk@agency.example.jp").id();
        assertThat(people.find(id).orElseThrow().roles()).contains(Role.STAFF, Role.PLANNER);
        assertThat(browser.get("/staff").status()).isEqualTo(200);
        people.give(id, Role.AUDITOR);

        STAFF.is(clerk).saysInToken(Map.of("groups", List.of("tsukasa-clerks"), "amr", List.of("pwd")));
        WebClient weak = browser();
        through(weak, "directory", STAFF);
        assertThat(people.find(id).orElseThrow().roles())
                .contains(Role.STAFF, Role.AUDITOR)
                .doesNotContain(Role.PLANNER);
        assertThat(weak.get("/staff").location())
                .as("one proof does not open the pages of staff")
                .startsWith("/sign-in/second");
    }

    @Test
    void the_directory_does_not_widen_a_role_that_was_given_for_a_department() {
        Map<String, Object> clerk =
                Map.of("sub", "narrow", "name", "部署 限", "email", "narrow@agency.example.jp", "email_verified", true);
        STAFF.is(clerk);
        through(browser(), "directory", STAFF);
        UUID id = person("narrow@agency.example.jp").id();
        people.give(id, Role.STAFF, Reach.over(Set.of("security")));
        STAFF.is(clerk).saysInToken(Map.of("groups", List.of("tsukasa-clerks")));
        through(browser(), "directory", STAFF);
        assertThat(people.find(id).orElseThrow().reaches().get(Role.STAFF)).isEqualTo(Reach.over(Set.of("security")));
        STAFF.is(clerk);
        through(browser(), "directory", STAFF);
        assertThat(people.find(id).orElseThrow().roles()).contains(Role.STAFF);
    }

    @Test
    void staff_prove_again_through_the_directory_which_must_say_that_it_just_asked() {
        Map<String, Object> clerk =
                Map.of("sub", "again", "name", "再度 確子", "email", "again@agency.example.jp", "email_verified", true);
        STAFF.is(clerk).saysInToken(Map.of("groups", List.of("tsukasa-clerks"), "amr", "mfa"));
        WebClient browser = browser();
        through(browser, "directory", STAFF);
        String asked = begin(browser, "/sign-in/with/directory/again?return=%2Fstaff");
        assertThat(asked).contains("prompt=login", "max_age=0");
        assertThat(comeBack(browser, STAFF.agree(asked)).status()).isEqualTo(403);
        assertThat(lastRefusal().facts()).containsEntry("why", "not-now");

        long now = java.time.Instant.now().getEpochSecond();
        STAFF.saysInToken(Map.of("groups", List.of("tsukasa-clerks"), "amr", "mfa", "auth_time", now));
        String asked2 = begin(browser, "/sign-in/with/directory/again?return=%2Fstaff");
        assertThat(comeBack(browser, STAFF.agree(asked2)).location()).isEqualTo("/staff");

        STAFF.is(Map.of("sub", "else", "name", "別 人", "email", "else@agency.example.jp", "email_verified", true))
                .saysInToken(Map.of("amr", "mfa", "auth_time", now));
        String asked3 = begin(browser, "/sign-in/with/directory/again?return=%2Fstaff");
        assertThat(comeBack(browser, STAFF.agree(asked3)).status()).isEqualTo(403);
        assertThat(lastRefusal().facts()).containsEntry("why", "other-person");
    }

    @Test
    void a_closed_account_stays_closed_whatever_the_provider_says() {
        GBIZ.is(prime("closed", "7123456789012"));
        through(browser(), "gbiz", GBIZ);
        people.close(person("closed@gbiz.example.jp").id());
        WebClient browser = browser();
        WebClient.Response back = through(browser, "gbiz", GBIZ);
        assertThat(back.status()).isEqualTo(403);
        assertThat(back.body()).contains("停止されています");
        assertThat(browser.get("/me").status()).isEqualTo(303);
    }

    @Test
    void an_account_is_linked_by_its_owner_alone_and_unlinked_only_where_another_way_in_is_left() {
        GBIZ.is(prime("linked", "7123456789012"));
        WebClient browser = browser();
        through(browser, "gbiz", GBIZ);
        String list = browser.get("/me/accounts?lang=ja").body();
        String removal = list.replaceAll("(?s).*href=\"(/me/accounts/[0-9a-f-]{36}/removal)\".*", "$1");
        assertThat(browser.get(removal + "?lang=ja").body()).contains("いまは解除できません");
        browser.get("/me");
        assertThat(browser.post(removal, Map.of()).status()).isEqualTo(409);

        WebClient stranger = browser();
        Enrolled.byLink(stranger, links, "stranger-to-link@example.jp");
        assertThat(stranger.get(removal).status()).isEqualTo(404);
        assertThat(comeBack(stranger, GBIZ.agree(begin(stranger, "/me/accounts/link/gbiz")))
                        .status())
                .as("it belongs to somebody")
                .isEqualTo(409);

        Enrolled.byLink(browser, links, "linked@gbiz.example.jp");
        assertThat(browser.post(removal, Map.of()).status()).isEqualTo(303);
        assertThat(browser.get("/me/accounts?lang=ja").body()).contains("結び付けた外部アカウントはありません", "解除しました");
        WebClient after = browser();
        assertThat(through(after, "gbiz", GBIZ).location())
                .as("the address alone opens nothing")
                .isEqualTo("/sign-in/first");
    }
}
