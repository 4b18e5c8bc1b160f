package tsukasa.watching.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.watching.WatchExample.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Watchers;
import tsukasa.watching.Decision;
import tsukasa.watching.Fact;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;
import tsukasa.watching.Letters;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchExample;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchNews.Kind;
import tsukasa.watching.WatchReport;
import tsukasa.watching.WatchRound;

/// What a change of the database means for the lists that it concerns, and for no other.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class FollowingTests {
    private static int number = 1000;
    private final WatchExample example;
    private final WatchLists lists;
    private final Findings findings;
    private final WatchReport report;
    private final WatchRound round;
    private final Watchers watchers;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final UUID somebody = WatchExample.somebody();
    private String product = "";

    @Autowired
    FollowingTests(
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            WatchLists lists,
            Findings findings,
            WatchReport report,
            WatchRound round,
            Watchers watchers,
            PlatformTransactionManager transactions) {
        this.example = new WatchExample(owner);
        this.owner = owner;
        this.lists = lists;
        this.findings = findings;
        this.report = report;
        this.round = round;
        this.watchers = watchers;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void a_product_of_its_own() {
        number += 10;
        product = "a:mimamori:thing" + number;
        follow();
    }

    private void follow() {
        round.follow();
    }

    private WatchList list(NewItem... items) {
        WatchList list = lists.make(somebody, "見守り", "", Language.JA);
        lists.tell(somebody, list.id(), Letters.AT_ONCE, Language.JA);
        lists.add(somebody, list.id(), List.of(items), null);
        return list;
    }

    private List<Finding> found() {
        return findings.list(somebody, FindingQuestion.all(Set.of(), 100)).findings();
    }

    private List<WatchNews.Happening> told() {
        List<WatchNews.Happening> told = new ArrayList<>();
        report.tell(WatchReport.Way.LETTER, 1000, news -> {
            if (news.list().owner().equals(somebody)) {
                told.addAll(news.happenings());
            }
        });
        owner.sql("update watching.list set lettered_at = null").update();
        return told;
    }

    @Test
    void only_a_version_that_is_affected_is_found() {
        example.entry(number, product, "[1.0 2.0)", 4, 98, false);
        list(item(product, "1.5"), item(product, "2.0"), item("a:mimamori:other" + number, "1.5"));
        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.version()).isEqualTo("1.5");
            assertThat(finding.reason().explain().en()).contains("from 1.0 to before 2.0");
            assertThat(finding.tenths()).isEqualTo(98);
        });
    }

    @Test
    void a_new_entry_makes_news_for_those_who_have_the_version_and_is_told_once() {
        list(item(product, "1.5"), item(product, "3.0"));
        example.entry(number, product, "[1.0 2.0)", 4, 98, false);
        follow();
        assertThat(told()).singleElement().satisfies(news -> {
            assertThat(news.kind()).isEqualTo(Kind.NEW);
            assertThat(news.finding().version()).isEqualTo("1.5");
        });
        follow();
        assertThat(told()).isEmpty();
    }

    @Test
    void how_many_people_watch_a_product_is_counted_but_told_of_no_fewer_than_three() {
        example.entry(number, product, "[1.0 2.0)", 4, 98, false);
        for (int people = 1; people <= 4; people++) {
            UUID one = WatchExample.somebody();
            WatchList list = lists.make(one, "見守り", "", Language.JA);
            lists.add(one, list.id(), List.of(item(product, "1.5"), item(product, "2.0")), null);
            assertThat(watchers.byName().getOrDefault(product, 0)).isEqualTo(people < 3 ? 0 : people);
            if (people == 4) {
                lists.remove(one, list.id());
            }
        }
        assertThat(watchers.byName()).containsEntry(product, 3);
    }

    @Test
    void that_a_fact_changed_is_other_news_than_that_something_is_affected() {
        list(item(product, "1.5"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        assertThat(told()).extracting(WatchNews.Happening::kind).containsExactly(Kind.NEW);
        example.entry(number, product, "[1.0 2.0)", 4, 98, true);
        follow();
        assertThat(told()).singleElement().satisfies(news -> {
            assertThat(news.kind()).isEqualTo(Kind.CHANGED);
            assertThat(news.facts()).containsExactlyInAnyOrder(Fact.SCORE, Fact.EXPLOITED);
        });
    }

    @Test
    void an_entry_that_came_again_unchanged_is_no_news() {
        list(item(product, "1.5"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        told();
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        assertThat(told()).isEmpty();
    }

    @Test
    void what_no_longer_matches_is_closed_with_the_reason_and_opened_when_it_does_again() {
        list(item(product, "1.5"));
        long entry = example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        told();
        example.entry(number, product, "[1.0 1.4)", 3, 75, false);
        follow();
        assertThat(told()).singleElement().satisfies(news -> {
            assertThat(news.kind()).isEqualTo(Kind.GONE);
            assertThat(news.facts()).containsExactly(Fact.RULED_OUT);
        });
        assertThat(found()).singleElement().extracting(Finding::state).isEqualTo(FindingState.GONE);
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        assertThat(told()).extracting(WatchNews.Happening::kind).containsExactly(Kind.NEW);
        example.reject(entry);
        follow();
        assertThat(told()).flatExtracting(WatchNews.Happening::facts).containsExactly(Fact.REJECTED);
    }

    @Test
    void an_entry_that_no_longer_speaks_of_the_product_closes_its_finding() {
        list(item(product, "1.5"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        told();
        example.entry(number, "a:mimamori:renamed" + number, "[1.0 2.0)", 3, 75, false);
        follow();
        assertThat(told()).flatExtracting(WatchNews.Happening::facts).containsExactly(Fact.NOT_NAMED);
    }

    @Test
    void whoever_decided_hears_of_it_again_only_when_it_is_exploited() {
        list(item(product, "1.5"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        told();
        long finding = found().getFirst().id();
        findings.decide(somebody, "見守 花子", List.of(finding), new Decision(FindingState.ACCEPTED, null, "社内のみ"));
        example.entry(number, product, "[1.0 2.0)", 4, 98, false);
        follow();
        assertThat(told()).isEmpty();
        assertThat(found().getFirst().tenths()).isEqualTo(98);
        example.entry(number, product, "[1.0 2.0)", 4, 98, true);
        follow();
        assertThat(told()).flatExtracting(WatchNews.Happening::facts).containsExactly(Fact.EXPLOITED);
        assertThat(findings.history(somebody, finding))
                .anySatisfy(event -> assertThat(event.byName()).isEqualTo("見守 花子"));
    }

    @Test
    void a_part_that_fails_leaves_nothing_behind_and_is_done_again() {
        list(item(product, "1.5"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    follow();
                    assertThat(found()).hasSize(1);
                    throw new IllegalStateException("killed in the middle");
                }))
                .hasMessage("killed in the middle");
        assertThat(found()).isEmpty();
        follow();
        assertThat(told()).extracting(WatchNews.Happening::kind).containsExactly(Kind.NEW);
    }

    @Test
    void what_a_letter_could_not_tell_waits_for_the_next_one() {
        list(item(product, "1.5"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        assertThatThrownBy(() -> report.tell(WatchReport.Way.LETTER, 1000, _ -> {
                    throw new IllegalStateException("no paper");
                }))
                .hasMessage("no paper");
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_product_without_version_is_possibly_affected() {
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        list(item(product, "*"));
        assertThat(found())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.reason().answer().title().en()).isEqualTo("Possibly affected"));
    }

    @Test
    void a_list_of_somebody_else_is_not_there() {
        WatchList list = list(item(product, "1.5"));
        UUID other = WatchExample.somebody();
        assertThat(lists.find(other, list.id())).isEmpty();
        assertThat(lists.of(other)).isEmpty();
        assertThatThrownBy(() -> lists.remove(other, list.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists.add(other, list.id(), List.of(item(product, "9")), null))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists.openFeed(other, list.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists.items(other, list.id(), "", 1, 10)).isInstanceOf(Problem.class);
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        long finding = found().getFirst().id();
        assertThat(findings.find(other, finding)).isEmpty();
        assertThat(findings.decide(other, "x", List.of(finding), new Decision(FindingState.FIXED, null, "")))
                .isZero();
    }

    @Test
    void not_affected_needs_its_reason() {
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        list(item(product, "1.5"));
        List<Long> finding = List.of(found().getFirst().id());
        assertThatThrownBy(() ->
                        findings.decide(somebody, "x", finding, new Decision(FindingState.NOT_AFFECTED, null, "")))
                .isInstanceOf(Problem.class);
        Decision decision =
                new Decision(FindingState.NOT_AFFECTED, Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH, "使っていない機能");
        assertThat(findings.decide(somebody, "x", finding, decision)).isEqualTo(1);
        assertThat(findings.justifications(somebody, finding))
                .containsValue(Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
    }

    @Test
    void a_removed_list_is_watched_no_longer_and_is_judged_anew_when_it_is_taken_back() {
        WatchList list = list(item(product, "1.5"));
        lists.remove(somebody, list.id());
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        follow();
        assertThat(found()).isEmpty();
        assertThat(told()).isEmpty();
        lists.takeBack(somebody, list.id());
        assertThat(found()).hasSize(1);
    }

    @Test
    void exploited_comes_before_severity_and_pages_follow_each_other_without_a_gap() {
        for (int each = 0; each < 7; each++) {
            example.entry(number + each, product, "[1.0 2.0)", each % 5, each * 10, each == 2);
        }
        WatchList list = list(item(product, "1.5"), item(product, "1.6"));
        FindingQuestion question = FindingQuestion.waiting(Set.of(list.id()), 4);
        List<Finding> all = new ArrayList<>();
        FindingQuestion.Key next;
        do {
            Findings.Slice slice = findings.list(somebody, question);
            all.addAll(slice.findings());
            next = slice.next();
            question = question.from(next);
        } while (next != null);
        assertThat(all).hasSize(14).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(all.getFirst().exploited()).isTrue();
        assertThat(all).extracting(Finding::urgency).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(findings.count(somebody, question.from(null), 100)).isEqualTo(14);
        var tally = Objects.requireNonNull(findings.tallies(somebody).get(list.id()));
        assertThat(tally.exploited()).isEqualTo(2);
        assertThat(tally.waiting()).isEqualTo(14);
    }
}
