package tsukasa.watching.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.watching.WatchExample.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.testing.OwnersDatabase;
import tsukasa.watching.Decision;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchExample;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchedItem;

/// Whatever happens to findings, the sums kept beside them are what counting would say.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class SumsTests {
    private static int number = 500_000;
    private final WatchExample example;
    private final WatchLists lists;
    private final Findings findings;
    private final GoingAround round;
    private final ListDesk desk;
    private final Sums sums;
    private final JdbcClient owner;
    private final UUID somebody = WatchExample.somebody();
    private String product = "";

    @Autowired
    SumsTests(
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            WatchLists lists,
            Findings findings,
            GoingAround round,
            ListDesk desk,
            Sums sums) {
        this.example = new WatchExample(owner);
        this.owner = owner;
        this.lists = lists;
        this.findings = findings;
        this.round = round;
        this.desk = desk;
        this.sums = sums;
    }

    @BeforeEach
    void a_product_of_its_own() {
        number += 100;
        product = "a:kazoeru:thing" + number;
        follow();
    }

    /// However many rows the sums have, and however often they were folded.
    @AfterEach
    void sums_are_what_counting_says() {
        assertThat(kept()).isEqualTo(counted());
        fold();
        assertThat(kept()).isEqualTo(counted());
        assertThat(rows("select count(*) from watching.finding_sum where not folded"))
                .isZero();
        assertThat(rows("select count(*) - count(distinct (list, owner, state, range)) from watching.finding_sum"))
                .isZero();
    }

    private record Sum(UUID list, UUID owner, String state, int range, long count) {}

    private List<Sum> kept() {
        return sums("""
                select list, owner, state, range, sum(count) from watching.finding_sum
                 group by 1, 2, 3, 4 having sum(count) <> 0 order by 1, 2, 3, 4
                """);
    }

    private List<Sum> counted() {
        return sums("""
                select list, owner, state, urgency / 1000, count(*) from watching.finding group by 1, 2, 3, 4 order by 1, 2, 3, 4
                """);
    }

    private List<Sum> sums(String sql) {
        return owner.sql(sql)
                .query((row, _) -> new Sum(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getLong(5)))
                .list();
    }

    private long rows(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private void follow() {
        round.follow();
    }

    private void fold() {
        round.fold(() -> true);
    }

    private WatchList list(NewItem... items) {
        WatchList list = lists.make(somebody, "件数", "", Language.JA);
        lists.add(somebody, list.id(), List.of(items), null);
        return list;
    }

    /// Of each severity one, the third known to be exploited.
    private List<Long> entries() {
        return IntStream.range(0, 5)
                .mapToObj(each -> example.entry(number + each, product, "[1.0 2.0)", each, each * 20, each == 2))
                .toList();
    }

    private List<Long> found(WatchList list) {
        return findings.list(somebody, FindingQuestion.waiting(Set.of(list.id()), 100)).findings().stream()
                .map(Finding::id)
                .toList();
    }

    private Findings.Tally tally(WatchList list) {
        return findings.tally(somebody, list.id());
    }

    @Test
    void what_is_added_and_what_the_database_brings_is_summed() {
        WatchList list = list(item(product, "1.1"));
        entries();
        follow();
        lists.add(somebody, list.id(), List.of(item(product, "1.2")), null);
        assertThat(tally(list).waiting()).isEqualTo(10);
        assertThat(tally(list).exploited()).isEqualTo(2);
        assertThat(tally(list).of(4)).isEqualTo(2);
        assertThat(findings.tallies(somebody)).containsEntry(list.id(), tally(list));
    }

    @Test
    void a_decision_a_new_score_and_a_range_that_no_longer_holds_move_findings_from_sum_to_sum() {
        WatchList list = list(item(product, "1.1"));
        entries();
        follow();
        List<Long> found = found(list);
        Decision decision = new Decision(FindingState.NOT_AFFECTED, Justification.COMPONENT_NOT_PRESENT, "");
        findings.decide(somebody, "数える 人", found.subList(0, 2), decision);
        findings.decide(somebody, "数える 人", found.subList(1, 2), new Decision(FindingState.OPEN, null, ""));
        assertThat(tally(list).waiting()).isEqualTo(4);
        assertThat(tally(list).decided()).isEqualTo(1);
        example.entry(number, product, "[1.0 2.0)", 4, 95, true);
        example.entry(number + 1, product, "[1.0 1.1)", 1, 20, false);
        follow();
        assertThat(tally(list).waiting()).isEqualTo(3);
        assertThat(tally(list).of(0)).isZero();
        assertThat(tally(list).exploited()).isEqualTo(1);
    }

    @Test
    void the_number_of_what_is_asked_for_is_the_number_of_what_is_listed() {
        WatchList list = list(item(product, "1.1"), item(product, "1.2"), item(product, "1.3"));
        entries();
        follow();
        findings.decide(somebody, "数える 人", found(list).subList(3, 9), new Decision(FindingState.FIXED, null, ""));
        List<FindingQuestion> questions = new ArrayList<>();
        for (Set<FindingState> states :
                List.of(FindingState.WAITING, Set.<FindingState>of(), Set.of(FindingState.FIXED))) {
            for (Set<Integer> severities : List.of(Set.<Integer>of(), Set.of(4), Set.of(2, 3), Set.of(-1))) {
                for (Boolean exploited : new Boolean[] {null, true, false}) {
                    questions.add(new FindingQuestion(
                            Set.of(list.id()), severities, exploited, states, "", Set.of(), null, false, null, 100));
                }
            }
        }
        assertThat(questions)
                .allSatisfy(question -> assertThat(findings.count(somebody, question, 1))
                        .isEqualTo(findings.list(somebody, question).findings().size()));
        assertThat(findings.count(somebody, questions.getFirst(), 1)).isEqualTo(9);
    }

    @Test
    void a_removed_item_takes_its_findings_out_of_the_sums() {
        WatchList list = list(item(product, "1.1"), item(product, "1.2"));
        entries();
        follow();
        WatchedItem first = lists.items(somebody, list.id(), "", 1, 1).items().getFirst();
        lists.removeItem(somebody, list.id(), first.id());
        assertThat(tally(list).waiting()).isEqualTo(5);
    }

    @Test
    void a_removed_list_has_no_tally_until_it_is_taken_back_and_an_erased_one_leaves_no_row() {
        WatchList list = list(item(product, "1.1"));
        entries();
        follow();
        lists.remove(somebody, list.id());
        assertThat(findings.tallies(somebody)).isEmpty();
        example.reject(example.entry(number, product, "[1.0 2.0)", 0, 0, false));
        lists.takeBack(somebody, list.id());
        follow();
        assertThat(tally(list).waiting()).isEqualTo(4);
        lists.remove(somebody, list.id());
        owner.sql("update watching.list set removed_at = '2000-01-01Z' where id = :list")
                .param("list", list.id())
                .update();
        desk.clearAway();
        fold();
        assertThat(rows("select count(*) from watching.list where id = '" + list.id() + "'"))
                .isZero();
        assertThat(rows("select count(*) from watching.finding_sum where list = '" + list.id() + "'"))
                .isZero();
    }

    @Test
    void who_changes_and_who_folds_at_the_same_time_wait_for_nobody_and_lose_nothing()
            throws ExecutionException, InterruptedException {
        WatchList list = list(item(product, "1.1"), item(product, "1.2"), item(product, "1.3"));
        entries();
        follow();
        List<Long> found = found(list);
        int rounds = 40;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = List.of(
                    threads.submit(() -> decide(found, FindingState.ACCEPTED, FindingState.OPEN, rounds)),
                    threads.submit(() -> decide(found.reversed(), FindingState.FIXED, FindingState.REVIEWED, rounds)),
                    threads.submit(() -> {
                        for (int round = 0; round < rounds; round++) {
                            example.entry(number, product, "[1.0 2.0)", 1 + round % 4, 10 + round % 4, false);
                            follow();
                        }
                    }),
                    threads.submit(() -> {
                        for (int round = 0; round < rounds; round++) {
                            sums.fold();
                        }
                    }));
            for (Future<?> each : all) {
                assertThat(each.get()).isNull();
            }
        }
        Findings.Tally tally = tally(list);
        assertThat(tally.waiting() + tally.decided()).isEqualTo(15);
    }

    private void decide(List<Long> found, FindingState one, FindingState other, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int at = 0; at < found.size(); at += 5) {
                Decision decision = new Decision((round + at) % 2 == 0 ? one : other, null, "");
                List<Long> single = found.subList(at, at + 1);
                Walls.as(Acting.person(somebody, Set.of()), () -> findings.decide(somebody, "数える 人", single, decision));
            }
        }
    }

    @Test
    void findings_from_before_there_were_sums_are_counted_once() {
        WatchList list = list(item(product, "1.1"));
        entries();
        follow();
        owner.sql("delete from watching.finding_sum").update();
        owner.sql("update watching.progress set summed = false").update();
        assertThat(tally(list).waiting()).isZero();
        sums.countOnce();
        assertThat(tally(list).waiting()).isEqualTo(5);
        sums.countOnce();
        assertThat(tally(list).waiting()).isEqualTo(5);
    }
}
