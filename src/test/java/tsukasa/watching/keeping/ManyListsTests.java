package tsukasa.watching.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.watching.WatchExample.item;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.testing.OwnersDatabase;
import tsukasa.watching.Decision;
import tsukasa.watching.Fact;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingEvent;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Letters;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchExample;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchReport;
import tsukasa.watching.WatchRound;

/// What is judged once for all lists is what each list would have been told alone; and owners decide meanwhile.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class ManyListsTests {
    private static int number = 700_000;
    private final WatchExample example;
    private final WatchLists lists;
    private final Findings findings;
    private final WatchReport report;
    private final WatchRound round;
    private final JdbcClient owner;
    private final JdbcClient application;
    private final TransactionTemplate transaction;
    private final UUID somebody = WatchExample.somebody();
    private String product = "";
    private String platform = "";

    @Autowired
    ManyListsTests(
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            WatchLists lists,
            Findings findings,
            WatchReport report,
            WatchRound round,
            JdbcClient application,
            PlatformTransactionManager transactions) {
        this.example = new WatchExample(owner);
        this.owner = owner;
        this.application = application;
        this.lists = lists;
        this.findings = findings;
        this.report = report;
        this.round = round;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void products_of_its_own() {
        number += 1000;
        product = "a:oozei:thing" + number;
        platform = "o:oozei:system" + number;
        round.follow();
    }

    private WatchList list(NewItem... items) {
        return list(somebody, List.of(items));
    }

    private WatchList list(UUID whose, List<NewItem> items) {
        WatchList list = lists.make(whose, "大勢", "", Language.JA);
        lists.tell(whose, list.id(), Letters.AT_ONCE, Language.JA);
        lists.add(whose, list.id(), items, null);
        return list;
    }

    private List<Finding> found(UUID whose, WatchList list) {
        return findings.list(whose, FindingQuestion.all(Set.of(list.id()), 500)).findings();
    }

    /// What matches, and why; a product that is in the list twice with other names would be told twice.
    private Set<String> matching(UUID whose, WatchList list) {
        Set<String> all = new TreeSet<>();
        found(whose, list).stream()
                .filter(one -> one.state() != FindingState.GONE)
                .forEach(one -> all.add(one.product() + " " + one.version() + " " + one.entry() + " " + one.severity()
                        + " " + one.tenths() + " " + one.reason()));
        return all;
    }

    private String rule(WatchList list) {
        return rules(list).stream().findFirst().orElse("nothing");
    }

    @Test
    void each_list_is_judged_by_the_platforms_that_it_has_itself() {
        WatchList alone = list(item(product, "1.5"));
        WatchList there = list(item(product, "1.5"), item(platform, "10"));
        WatchList another = list(item(product, "1.5"), item("o:oozei:other" + number, "10"));
        WatchList hardware = list(item(product, "1.5"), item("h:oozei:box" + number, "*"));
        example.configured(number, product, "[1.0 2.0)", platform, 3);
        round.follow();
        assertThat(rule(alone)).isEqualTo("POSSIBLY PLATFORM_UNKNOWN");
        assertThat(rule(there)).isEqualTo("AFFECTED CONFIGURATION");
        assertThat(rule(another)).isEqualTo("nothing");
        assertThat(rule(hardware)).isEqualTo("POSSIBLY PLATFORM_UNKNOWN");
    }

    /// Random lists and changes of 60 entries: what was followed is what somebody finds who adds the same today.
    @Test
    void what_was_followed_is_what_a_list_made_today_would_find() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<List<NewItem>> wanted = new ArrayList<>();
        List<UUID> owners = new ArrayList<>();
        List<WatchList> made = new ArrayList<>();
        for (int each = 0; each < 15; each++) {
            Set<NewItem> items = new LinkedHashSet<>();
            for (int at = 0; at < 1 + random.nextInt(12); at++) {
                items.add(item(
                        (random.nextInt(3) == 0 ? platform : product) + random.nextInt(4),
                        random.nextInt(5) == 0 ? "*" : 1 + random.nextInt(4) + ".5"));
            }
            wanted.add(List.copyOf(items));
            owners.add(WatchExample.somebody());
            made.add(list(owners.getLast(), wanted.getLast()));
        }
        for (int day = 0; day < 4; day++) {
            for (int each = 0; each < 25; each++) {
                int entry = number + random.nextInt(60);
                String about = product + random.nextInt(4);
                String range = "[" + random.nextInt(3) + ".0 " + (2 + random.nextInt(4)) + ".0)";
                switch (random.nextInt(5)) {
                    case 0 -> example.reject(example.entry(entry, about, range, 3, 70, false));
                    case 1, 2 ->
                        example.configured(entry, about, range, platform + random.nextInt(4), random.nextInt(5));
                    default -> example.entry(entry, about, range, random.nextInt(5), 10, random.nextInt(9) == 0);
                }
            }
            round.follow();
            for (int each = 0; each < made.size(); each++) {
                UUID today = WatchExample.somebody();
                assertThat(matching(owners.get(each), made.get(each)))
                        .as("seed %d, day %d, %s", seed, day, wanted.get(each))
                        .isEqualTo(matching(today, list(today, wanted.get(each))));
            }
        }
    }

    @Test
    void a_list_of_thousands_of_products_is_added_at_once_and_names_that_are_there_are_not_added_again() {
        List<NewItem> items = new ArrayList<>();
        for (int each = 0; each < 3_000; each++) {
            items.add(item(product, 1 + each / 1000 + "." + each % 1000));
        }
        items.add(item(product, "1.7"));
        for (int each = 0; each < 12; each++) {
            example.entry(number + each, product, "[1.0 3.0)", each % 5, each * 8, false);
        }
        WatchList list = lists.make(somebody, "部品表", "", Language.JA);
        WatchLists.Added added = lists.add(somebody, list.id(), items, null);
        assertThat(added).isEqualTo(new WatchLists.Added(3_000, 1, 2_000 * 12));
        assertThat(lists.add(somebody, list.id(), items.subList(0, 2), null)).isEqualTo(new WatchLists.Added(0, 2, 0));
        assertThat(lists.items(somebody, list.id(), "", 1, 1).total()).isEqualTo(3_000);
        assertThat(findings.tally(somebody, list.id()).waiting()).isEqualTo(2_000 * 12);
    }

    @Test
    void what_is_told_anew_but_the_same_touches_no_finding() {
        WatchList list = list(item(product, "1.5"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        round.follow();
        String before = places(list);
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        assertThat(round.follow()).satisfies(done -> {
            assertThat(done.fresh()).isZero();
            assertThat(done.changed()).isZero();
        });
        assertThat(places(list)).isEqualTo(before);
    }

    /// Where PostgreSQL keeps the rows: one that is written again moves.
    private String places(WatchList list) {
        return owner.sql("select string_agg(ctid::text, ' ' order by id) from watching.finding where list = :list")
                .param("list", list.id())
                .query(String.class)
                .single();
    }

    @Test
    void a_round_that_meets_a_decision_waits_for_it_and_keeps_it() throws Exception {
        WatchList list = list(item(product, "1.5"), item(product, "1.6"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        round.follow();
        told();
        List<Long> found = found(somebody, list).stream().map(Finding::id).toList();
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> owner = threads.submit(() -> decided(found, decided, commit));
            assertThat(decided.await(20, TimeUnit.SECONDS)).isTrue();
            example.entry(number, product, "[1.0 2.0)", 4, 98, false);
            Future<?> following = threads.submit(round::follow);
            Thread.sleep(300);
            assertThat(following.isDone()).isFalse();
            commit.countDown();
            assertThat(owner.get()).isEqualTo(2);
            following.get();
        }
        assertThat(told()).extracting(WatchNews.Happening::kind).doesNotContain(WatchNews.Kind.CHANGED);
        for (long each : found) {
            Finding finding = findings.find(somebody, each).orElseThrow();
            assertThat(finding.state()).isEqualTo(FindingState.ACCEPTED);
            assertThat(finding.tenths()).isEqualTo(98);
            List<FindingEvent> history = findings.history(somebody, each);
            assertThat(history.getFirst().facts()).contains(Fact.SCORE);
            assertThat(history.get(1).became()).isEqualTo(FindingState.ACCEPTED);
        }
    }

    /// Decides, and commits when it is told to.
    private int decided(List<Long> found, CountDownLatch decided, CountDownLatch commit) {
        return Walls.as(
                Acting.person(somebody, Set.of()),
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    int many = findings.decide(
                            somebody, "大勢 花子", found, new Decision(FindingState.ACCEPTED, null, "社内のみ"));
                    decided.countDown();
                    awaitQuietly(commit);
                    return many;
                })));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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

    /// Owners decide about many at once, in any order, while rounds change the same ones.
    @Test
    void rounds_and_owners_who_decide_about_the_same_findings_never_fail_and_lose_nothing() throws Exception {
        List<NewItem> items = new ArrayList<>();
        for (int each = 0; each < 40; each++) {
            items.add(item(product, "1." + each));
        }
        WatchList list = list(items.toArray(NewItem[]::new));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        round.follow();
        List<Long> found = found(somebody, list).stream().map(Finding::id).toList();
        assertThat(found).hasSize(40);
        int times = 25;
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = List.of(
                    threads.submit(() -> decide(found, FindingState.ACCEPTED, times)),
                    threads.submit(() -> decide(found.reversed(), FindingState.REVIEWED, times)),
                    threads.submit(() -> {
                        for (int time = 0; time < times; time++) {
                            example.entry(
                                    number, product, time % 5 == 4 ? "[1.0 1.20)" : "[1.0 2.0)", time % 5, time, false);
                            round.follow();
                        }
                    }));
            for (Future<?> each : all) {
                assertThat(each.get()).isNull();
            }
        }
        decide(found, FindingState.FIXED, 1);
        for (long each : found) {
            List<FindingEvent> history = findings.history(somebody, each);
            FindingState last = history.stream()
                    .map(FindingEvent::became)
                    .filter(state -> state != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(findings.find(somebody, each).orElseThrow().state()).isEqualTo(last);
        }
    }

    /// As a round does that judges many lists some at a time: it holds a later finding, then an earlier one.
    @Test
    void a_decision_that_meets_a_round_crosswise_is_taken_again() throws Exception {
        WatchList list = list(item(product, "1.5"), item(product, "1.6"));
        example.entry(number, product, "[1.0 2.0)", 3, 75, false);
        round.follow();
        List<Long> found =
                found(somebody, list).stream().map(Finding::id).sorted().toList();
        assertThat(found).hasSize(2);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> crossing = threads.submit(() -> Walls.as(
                    Acting.person(somebody, Set.of()),
                    () -> transaction.execute(_ -> {
                        hold(found.getLast());
                        held.countDown();
                        awaitQuietly(waiting);
                        hold(found.getFirst());
                        return 0;
                    })));
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
            Future<?> decision = threads.submit(() -> decide(found, FindingState.ACCEPTED, 1));
            Thread.sleep(300);
            assertThat(decision.isDone()).isFalse();
            waiting.countDown();
            assertThat(decision.get()).isNull();
            crossing.get();
        }
        for (long each : found) {
            assertThat(findings.find(somebody, each).orElseThrow().state()).isEqualTo(FindingState.ACCEPTED);
            assertThat(findings.history(somebody, each))
                    .extracting(FindingEvent::became)
                    .containsOnlyOnce(FindingState.ACCEPTED);
        }
    }

    private void hold(long finding) {
        application
                .sql("select id from watching.finding where id = :id for no key update")
                .param("id", finding)
                .query(Long.class)
                .single();
    }

    /// The register says that both are one product; a configuration may have been written before or after.
    @Test
    void a_merged_platform_is_there_under_whichever_name_a_configuration_uses() {
        String former = "o:oozei:former" + number;
        example.merged(former, platform);
        List<NewItem> now = List.of(item(product, "1.5"), item(platform, "10"));
        List<NewItem> before = List.of(item(product, "1.5"), item(former, "10"));
        List<WatchList> all = new ArrayList<>(List.of(list(somebody, now), list(somebody, before)));
        example.configured(number, product, "[1.0 2.0)", former, 3);
        example.configured(number + 1, product, "[1.0 2.0)", platform, 3);
        round.follow();
        all.addAll(List.of(list(somebody, now), list(somebody, before)));
        all.forEach(
                each -> assertThat(rules(each)).containsExactly("AFFECTED CONFIGURATION", "AFFECTED CONFIGURATION"));
    }

    private List<String> rules(WatchList list) {
        return found(somebody, list).stream()
                .filter(one -> one.state() != FindingState.GONE)
                .map(one -> one.reason().answer() + " " + one.reason().rule())
                .toList();
    }

    private void decide(List<Long> found, FindingState state, int times) {
        for (int time = 0; time < times; time++) {
            Walls.as(
                    Acting.person(somebody, Set.of()),
                    () -> findings.decide(somebody, "大勢 花子", found, new Decision(state, null, "")));
        }
    }
}
