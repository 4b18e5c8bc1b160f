package tsukasa.identity.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import tsukasa.identity.Industry;
import tsukasa.identity.Membership;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.Registration;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Language;
import tsukasa.kernel.Prefecture;
import tsukasa.mail.EmailAddress;

@SpringBootTest
@AutoConfigureMockMvc
class OrganisationsTests {
    private final Organisations organisations;
    private final People people;

    @Autowired
    OrganisationsTests(Organisations organisations, People people) {
        this.organisations = organisations;
        this.people = people;
    }

    @Test
    void what_an_organisation_says_about_itself_is_kept() {
        OrganisationProfile profile = new OrganisationProfile(
                CorporateNumber.ofBase(100_000_000_001L),
                "みなと製作所",
                "ミナトセイサクショ",
                "Minato Works",
                Prefecture.HIROSHIMA,
                "福山市",
                "港町1丁目2番3号",
                Industry.MANUFACTURING,
                42,
                10_000_000L);
        Organisation registered = organisations.register(profile).organisation();
        assertThat(organisations.find(registered.id())).contains(registered);
        assertThat(registered.profile()).isEqualTo(profile);
        assertThat(organisations.findByCorporateNumber(CorporateNumber.ofBase(100_000_000_001L)))
                .contains(registered);
    }

    @Test
    void one_corporate_number_is_one_organisation_even_at_the_same_moment() throws Exception {
        Callable<Registration> register = () -> organisations.register(
                OrganisationProfile.of(CorporateNumber.ofBase(100_000_000_002L), "同時", Prefecture.TOKYO));
        try (var hands = Executors.newFixedThreadPool(4)) {
            List<Registration> answers = hands.invokeAll(List.of(register, register, register, register)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers)
                    .filteredOn(Registration.Registered.class::isInstance)
                    .hasSize(1);
            assertThat(answers.stream()
                            .map(answer -> answer.organisation().id())
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void sole_proprietors_have_no_number_and_may_share_a_name() {
        OrganisationProfile shop = OrganisationProfile.of(null, "山田商店", Prefecture.NARA);
        assertThat(organisations.register(shop).organisation().id())
                .isNotEqualTo(organisations.register(shop).organisation().id());
    }

    @Test
    void many_are_registered_at_once_in_their_order_and_known_ones_keep_their_id() {
        Organisation known = organisations
                .register(OrganisationProfile.of(CorporateNumber.ofBase(200_000_000_003L), "先客", Prefecture.KYOTO))
                .organisation();
        List<OrganisationProfile> many = LongStream.range(0, 12_000)
                .mapToObj(i -> OrganisationProfile.of(
                        CorporateNumber.ofBase(200_000_000_000L + i), "企業 " + i, Prefecture.OSAKA))
                .toList();
        List<UUID> ids = organisations.registerAll(many);
        assertThat(ids).hasSize(12_000).doesNotHaveDuplicates();
        assertThat(ids.get(3)).isEqualTo(known.id());
        assertThat(organisations.find(ids.get(11_999)).orElseThrow().name()).isEqualTo("企業 11999");
        assertThat(organisations.find(known.id()).orElseThrow().name()).isEqualTo("先客");
        assertThat(organisations.search("企業 1199", 20))
                .hasSize(11)
                .first()
                .satisfies(best -> assertThat(best.name()).isEqualTo("企業 1199"));
    }

    @Test
    void an_organisation_is_found_by_part_of_its_name_or_the_beginning_of_its_number() {
        CorporateNumber number = CorporateNumber.ofBase(300_000_000_001L);
        UUID id = organisations
                .register(OrganisationProfile.of(number, "百分率%記号_会社", Prefecture.GIFU))
                .organisation()
                .id();
        assertThat(organisations.search("率%記", 5)).extracting(Organisation::id).containsExactly(id);
        assertThat(organisations.search("率_記", 5)).isEmpty();
        assertThat(organisations.search(number.digits(), 5))
                .extracting(Organisation::id)
                .containsExactly(id);
        assertThat(organisations.search("' or '1'='1", 5)).isEmpty();
    }

    @Test
    void amending_changes_everything_but_the_number() {
        CorporateNumber number = CorporateNumber.ofBase(300_000_000_002L);
        UUID id = organisations
                .register(OrganisationProfile.of(number, "旧社名", Prefecture.GIFU))
                .organisation()
                .id();
        organisations.amend(
                id, OrganisationProfile.of(CorporateNumber.ofBase(300_000_000_009L), "新社名", Prefecture.AICHI));
        Organisation now = organisations.find(id).orElseThrow();
        assertThat(now.name()).isEqualTo("新社名");
        assertThat(now.profile().corporateNumber()).isEqualTo(number);
    }

    @Test
    void a_membership_that_ended_is_no_longer_present() {
        UUID person = people.ensure(EmailAddress.of("member@example.jp"), "会員", Language.JA)
                .id();
        UUID organisation = organisations
                .register(OrganisationProfile.of(null, "会", Prefecture.MIE))
                .organisation()
                .id();
        organisations.join(person, organisation, Part.MEMBER);
        organisations.join(person, organisation, Part.MEMBER);
        organisations.join(person, organisation, Part.OWNER);
        assertThat(organisations.membershipsOf(person))
                .singleElement()
                .extracting(Membership::part)
                .isEqualTo(Part.OWNER);
        assertThat(organisations.membersOf(organisation)).hasSize(1);
        organisations.leave(person, organisation);
        assertThat(organisations.membershipsOf(person)).isEmpty();
        assertThat(organisations.membersOf(organisation)).isEmpty();
    }
}
