package tsukasa.watching.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.watching.WatchExample.item;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.testing.OwnersDatabase;
import tsukasa.watching.BillDifference;
import tsukasa.watching.Decision;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingEvent;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchExample;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchLists.Leaving;
import tsukasa.watching.WatchLists.Replaced;
import tsukasa.watching.WatchedBill;
import tsukasa.watching.WatchedItem;

/// Why an item is in a list, and what becomes of it and of decisions when a bill of materials goes or is replaced.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class ReplacingTests {
    private static final Instant SENT = Instant.parse("2036-05-01T00:00:00Z");
    private static int number = 60_000;
    private final WatchExample example;
    private final WatchLists lists;
    private final Findings findings;
    private final UUID somebody = WatchExample.somebody();
    private WatchList list = new WatchList(
            somebody, somebody, "", "", tsukasa.watching.Letters.NEVER, Language.JA, null, null, SENT, null, 1);
    private String product = "";
    private String other = "";

    @Autowired
    ReplacingTests(@Qualifier(OwnersDatabase.OWNER) JdbcClient owner, WatchLists lists, Findings findings) {
        this.example = new WatchExample(owner);
        this.lists = lists;
        this.findings = findings;
    }

    @BeforeEach
    void two_products_of_their_own_with_an_entry_each() {
        number += 10;
        product = "a:mimamori:part" + number;
        other = "a:mimamori:other" + number;
        example.entry(number, product, "[1.0 2.0)", 4, 98, false);
        example.entry(number + 1, other, "[1.0 2.0)", 3, 75, false);
        list = lists.make(somebody, "製品の部品", "", Language.JA);
    }

    private static WatchedBill bill(String file) {
        return new WatchedBill(0, file, "受付くん", "CycloneDX 1.6 JSON", SENT, 2, 0);
    }

    private long send(String file, NewItem... parts) {
        lists.add(somebody, list.id(), List.of(parts), bill(file));
        return lists.bills(somebody, list.id()).getLast().id();
    }

    private Replaced replace(long bill, NewItem... parts) {
        return lists.replace(somebody, list.id(), Set.of(bill), List.of(parts), bill("v2.json"));
    }

    private List<String> watched() {
        return lists.items(somebody, list.id(), "", 1, 100).items().stream()
                .map(WatchedItem::whole)
                .toList();
    }

    private List<Finding> found() {
        return findings.list(somebody, FindingQuestion.all(Set.of(list.id()), 100))
                .findings();
    }

    private Finding found(String version) {
        return found().stream()
                .filter(finding ->
                        finding.product().equals(product) && finding.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private void decide(Finding finding, FindingState state, @Nullable Justification justification) {
        findings.decide(somebody, "見守 花子", List.of(finding.id()), new Decision(state, justification, "調べた結果"));
    }

    @Test
    void what_two_bills_have_is_watched_until_the_last_of_them_goes() {
        long first = send("v1.json", item(product, "1.5"), item(other, "1.5"));
        long second = send("v2.json", item(product, "1.5"), item(other, "1.6"));
        decide(found("1.5"), FindingState.ACCEPTED, null);
        long kept = found("1.5").id();
        assertThat(lists.leavingBill(somebody, list.id(), first)).contains(new Leaving("v1.json", 1, 1, 1, 0));
        lists.removeBills(somebody, list.id(), Set.of(first));
        assertThat(watched()).containsExactly(other + " 1.6", product + " 1.5");
        assertThat(found("1.5").id()).isEqualTo(kept);
        assertThat(found("1.5").state()).isEqualTo(FindingState.ACCEPTED);
        lists.removeBills(somebody, list.id(), Set.of(second));
        assertThat(watched()).isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void what_was_added_by_hand_stays_when_its_bill_goes_whichever_came_first() {
        lists.add(somebody, list.id(), List.of(item(product, "1.5")), null);
        long bill = send("v1.json", item(product, "1.5"), item(other, "1.5"));
        lists.add(somebody, list.id(), List.of(item(other, "1.5")), null);
        assertThat(lists.items(somebody, list.id(), "", 1, 100).items())
                .allSatisfy(item -> assertThat(item.byHand()).isTrue())
                .allSatisfy(item -> assertThat(item.bills()).containsExactly(bill));
        lists.removeBills(somebody, list.id(), Set.of(bill));
        assertThat(watched()).containsExactly(other + " 1.5", product + " 1.5");
    }

    @Test
    void an_item_that_its_owner_takes_off_goes_whatever_it_came_with() {
        send("v1.json", item(product, "1.5"));
        long item =
                lists.items(somebody, list.id(), "", 1, 1).items().getFirst().id();
        assertThat(lists.leavingItem(somebody, list.id(), item)).contains(new Leaving(product + " 1.5", 1, 0, 1, 0));
        assertThat(lists.removeItem(somebody, list.id(), item)).isTrue();
        assertThat(watched()).isEmpty();
    }

    @Test
    void a_bill_takes_the_place_of_the_one_before_and_says_what_differs() {
        String third = "a:mimamori:third" + number;
        long bill = send("v1.json", item(product, "1.5"), item(other, "1.5"), item("a:mimamori:old" + number, "3"));
        decide(
                found().stream()
                        .filter(one -> one.product().equals(other))
                        .findFirst()
                        .orElseThrow(),
                FindingState.FIXED,
                null);
        NewItem[] next = {item(product, "1.6"), item(other, "1.5"), item(third, "1")};
        BillDifference tried = lists.difference(somebody, list.id(), Set.of(bill), List.of(next));
        assertThat(watched()).as("tried only").contains(product + " 1.5");
        Replaced done = replace(bill, next);
        assertThat(done.difference()).isEqualTo(tried);
        assertThat(tried.changed())
                .containsExactly(new BillDifference.Changed(product, List.of("1.5"), List.of("1.6")));
        assertThat(tried.added()).containsExactly(new BillDifference.Part(third, "1"));
        assertThat(tried.removed()).containsExactly(new BillDifference.Part("a:mimamori:old" + number, "3"));
        assertThat(tried.kept()).isEqualTo(1);
        assertThat(watched()).containsExactly(other + " 1.5", product + " 1.6", third + " 1");
        assertThat(found())
                .filteredOn(one -> one.product().equals(other))
                .as("of what is the same nothing changes")
                .extracting(Finding::state)
                .containsExactly(FindingState.FIXED);
        assertThat(lists.bills(somebody, list.id())).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(bill);
            assertThat(one.file()).isEqualTo("v2.json");
        });
    }

    @Test
    void a_decision_that_holds_whatever_the_version_is_carried_over_with_its_reason() {
        record Case(FindingState state, @Nullable Justification justification, boolean holds) {}
        List<Case> cases = List.of(
                new Case(FindingState.REVIEWED, null, true),
                new Case(FindingState.ACCEPTED, null, true),
                new Case(
                        FindingState.NOT_AFFECTED,
                        Justification.VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY,
                        true),
                new Case(FindingState.NOT_AFFECTED, Justification.VULNERABLE_CODE_NOT_PRESENT, false),
                new Case(FindingState.FIXED, null, false));
        long bill = send("v1.json", item(product, "1.0"));
        Instant since = found("1.0").since();
        for (int each = 0; each < cases.size(); each++) {
            Case one = cases.get(each);
            decide(found("1." + each), one.state(), one.justification());
            Replaced done = replace(bill, item(product, "1." + (each + 1)));
            assertThat(done.carried()).as(one.toString()).isEqualTo(one.holds() ? 1 : 0);
            assertThat(done.undecided()).as(one.toString()).isEqualTo(one.holds() ? 0 : 1);
            Finding finding = found("1." + (each + 1));
            assertThat(finding.state()).isEqualTo(one.holds() ? one.state() : FindingState.OPEN);
            assertThat(finding.since()).as("since the product is affected").isEqualTo(since);
            FindingEvent told = findings.history(somebody, finding.id()).getFirst();
            assertThat(told.before()).isEqualTo(new FindingEvent.Before("1." + each, one.state()));
            assertThat(told.became()).isEqualTo(one.holds() ? one.state() : null);
            assertThat(told.note()).isEqualTo("調べた結果");
            assertThat(told.byName()).isEqualTo("見守 花子");
            assertThat(told.justification()).isEqualTo(one.justification());
        }
    }

    @Test
    void nothing_is_carried_over_to_what_is_no_longer_affected_nor_to_another_product() {
        long bill = send("v1.json", item(product, "1.5"));
        decide(found("1.5"), FindingState.ACCEPTED, null);
        Replaced done = replace(bill, item(product, "2.0"), item(other, "1.5"));
        assertThat(done.carried()).isZero();
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.product()).isEqualTo(other);
            assertThat(finding.state()).isEqualTo(FindingState.OPEN);
        });
    }

    @Test
    void where_versions_of_a_product_were_decided_differently_nobody_guesses() {
        long bill = send("v1.json", item(product, "1.5"), item(product, "1.6"));
        decide(found("1.5"), FindingState.ACCEPTED, null);
        Replaced done = replace(bill, item(product, "1.7"), item(product, "1.8"));
        assertThat(done.carried()).isZero();
        assertThat(done.undecided()).isEqualTo(2);
        assertThat(found()).extracting(Finding::state).containsOnly(FindingState.OPEN);
    }

    @Test
    void what_is_known_to_be_exploited_by_now_is_open_again() {
        long bill = send("v1.json", item(product, "1.5"));
        decide(found("1.5"), FindingState.ACCEPTED, null);
        example.entry(number, product, "[1.0 2.0)", 4, 98, true);
        Replaced done = replace(bill, item(product, "1.6"));
        assertThat(done.undecided()).isEqualTo(1);
        assertThat(found("1.6").state()).isEqualTo(FindingState.OPEN);
    }

    @Test
    void a_version_that_another_bill_still_has_stays_with_its_decision() {
        long first = send("v1.json", item(product, "1.5"));
        send("other.json", item(product, "1.5"));
        decide(found("1.5"), FindingState.ACCEPTED, null);
        Replaced done = replace(first, item(product, "1.6"));
        assertThat(done.staying()).isEqualTo(1);
        assertThat(found()).extracting(Finding::state).containsExactly(FindingState.ACCEPTED, FindingState.ACCEPTED);
    }

    @Test
    void several_bills_become_one() {
        long first = send("app.json", item(product, "1.5"));
        long second = send("app.json", item(product, "1.5"), item(other, "1.5"));
        lists.replace(somebody, list.id(), Set.of(first, second), List.of(item(product, "1.5")), bill("app.json"));
        assertThat(lists.bills(somebody, list.id())).extracting(WatchedBill::id).containsExactly(first);
        assertThat(lists.items(somebody, list.id(), "", 1, 10).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.whole()).isEqualTo(product + " 1.5");
                    assertThat(item.bills()).containsExactly(first);
                });
    }

    @Test
    void a_platform_that_leaves_with_its_bill_counts_no_longer() {
        String system = "o:mimamori:system" + number;
        example.configured(number + 2, "a:mimamori:app" + number, "[1.0 2.0)", system, 3);
        long bill = send("v1.json", item("a:mimamori:app" + number, "1.5"), item(system, "5"));
        assertThat(found())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.reason().answer().name()).isEqualTo("AFFECTED"));
        replace(bill, item("a:mimamori:app" + number, "1.5"));
        assertThat(found())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.reason().answer().name()).isEqualTo("POSSIBLY"));
    }

    @Test
    void a_list_has_no_more_bills_than_it_may_have_and_a_new_one_takes_a_place() {
        for (int each = 0; each < WatchLists.MOST_BILLS; each++) {
            send("b" + each, item(product, "1.5"));
        }
        assertThatThrownBy(() -> send("more", item(product, "1.5")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("at most 100 SBOMs");
        replace(lists.bills(somebody, list.id()).getFirst().id(), item(product, "1.6"));
        assertThat(lists.bills(somebody, list.id())).hasSize(WatchLists.MOST_BILLS);
    }

    @Test
    void nobody_else_replaces_or_removes_a_bill_nor_one_of_another_list() {
        long bill = send("v1.json", item(product, "1.5"));
        UUID mine = list.id();
        UUID another = lists.make(somebody, "別", "", Language.JA).id();
        UUID stranger = WatchExample.somebody();
        Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> lists.replace(stranger, mine, Set.of(bill), List.of(), bill("x")),
                        () -> lists.difference(stranger, mine, Set.of(bill), List.of()),
                        () -> lists.removeBills(stranger, mine, Set.of(bill)),
                        () -> lists.leavingBill(stranger, mine, bill),
                        () -> lists.replace(somebody, another, Set.of(bill), List.of(), bill("x")))
                .forEach(each -> assertThatThrownBy(each).isInstanceOf(Problem.class));
        assertThat(lists.removeBills(somebody, another, Set.of(bill))).isFalse();
        assertThat(watched()).containsExactly(product + " 1.5");
    }
}
