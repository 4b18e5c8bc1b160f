package tsukasa.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditCheck;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.Entry;
import tsukasa.audit.Thing;
import tsukasa.audit.trail.EntryStore.Way;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;

@SpringBootTest
class RecordingTests {
    private static final Action DRAWN = Action.of("lot.drawn", "くじを引いた", "Drew a lot");
    private final AuditTrail trail;
    private final AuditReader reader;
    private final AuditCheck check;
    private final TransactionOperations transactions;
    private final EntryStore entries;

    @Autowired
    RecordingTests(
            AuditTrail trail,
            AuditReader reader,
            AuditCheck check,
            TransactionOperations transactions,
            EntryStore entries) {
        this.entries = entries;
        this.trail = trail;
        this.reader = reader;
        this.check = check;
        this.transactions = transactions;
    }

    @AfterEach
    void nobody() {
        RequestContextHolder.resetRequestAttributes();
    }

    private void cameFrom(Visitor visitor, String network) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setUserPrincipal(visitor);
        request.setRemoteAddr(network);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private static Visitor visitor(String name) {
        return new Visitor(UUID.randomUUID(), name, "a@example.jp", java.util.Set.of(Role.MEMBER), UUID.randomUUID());
    }

    private List<Entry> about(String object) {
        return reader.search(new Wanted("", "", object, null, null, null), 1, 50)
                .entries();
    }

    @Test
    void an_entry_says_who_what_why_and_from_where() {
        Visitor visitor = visitor("工藤 静");
        cameFrom(visitor, "198.51.100.4");
        trail.record(Deed.did(DRAWN, Thing.of("lot", "L-1", "一等"))
                .because("年末の抽選")
                .with("prize", "車")
                .with("count", 3));
        trail.record(Deed.read(DRAWN, Thing.of("lot", "L-1", "一等")));
        List<Entry> entries = about("L-1");
        assertThat(entries).hasSize(2);
        Entry entry = entries.getLast();
        assertThat(entry.actor()).isEqualTo(Actor.of(visitor));
        assertThat(entry.actor().organisation()).isEqualTo(visitor.organisation());
        assertThat(entry.reason()).isEqualTo("年末の抽選");
        assertThat(entry.facts()).isEqualTo(Map.of("prize", "車", "count", "3"));
        assertThat(entry.network()).isEqualTo("198.51.100.4");
        assertThat(entry.request()).isNotBlank().isEqualTo(entries.getFirst().request());
        assertThat(entries.getFirst().kind()).isEqualTo(Deed.Kind.READ);
    }

    @Test
    void outside_of_a_request_the_platform_itself_acts() {
        nobody();
        trail.record(Deed.did(DRAWN, Thing.of("lot", "L-2", "")));
        assertThat(about("L-2").getFirst().actor()).isEqualTo(Actor.system("tsukasa"));
    }

    @Test
    void what_is_rolled_back_leaves_no_entry() {
        transactions.executeWithoutResult(status -> {
            trail.record(Deed.did(DRAWN, Thing.of("lot", "L-3", "")));
            status.setRollbackOnly();
        });
        assertThat(about("L-3")).isEmpty();
    }

    @Test
    void secrets_controls_and_endless_words_do_not_get_in() {
        String token = "Zk3v-9sQ_abcdefghijklmnopqrstuvwxyzABCDEF01";
        trail.record(Deed.did(DRAWN, Thing.of("lot", "L-4", "一\u0000行\u2028" + "長".repeat(5_000)))
                .because("see /sign-in/link/" + token)
                .with("hash", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
                .with("person", "01890000-0000-7000-8000-000000000001")
                .with(token, token + "."));
        Entry entry = about("L-4").getFirst();
        assertThat(entry.toString()).doesNotContain(token);
        assertThat(entry.reason()).isEqualTo("see /sign-in/link/…");
        assertThat(entry.object().label()).startsWith("一 行 長長").hasSize(1_000);
        assertThat(entry.facts())
                .containsEntry("hash", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
                .containsEntry("person", "01890000-0000-7000-8000-000000000001")
                .containsEntry("…", "….");
    }

    @Test
    void entries_are_found_by_person_action_object_kind_and_day() {
        Visitor visitor = visitor("検索 した人");
        cameFrom(visitor, "198.51.100.5");
        trail.record(Deed.did(DRAWN, Thing.of("lot", "50%_off", "見本")));
        trail.record(Deed.refused(DRAWN, Thing.of("lot", "L-6", "見本")));
        LocalDate today = LocalDate.now(java.time.Clock.system(java.time.ZoneId.of("Asia/Tokyo")));
        assertThat(count(new Wanted(visitor.id().toString(), "", "", null, null, null)))
                .isEqualTo(2);
        assertThat(count(new Wanted("検索 し", "", "", null, null, null))).isEqualTo(2);
        assertThat(count(new Wanted("検索", "lot.drawn", "", Deed.Kind.REFUSED, null, null)))
                .isEqualTo(1);
        assertThat(count(new Wanted("索 し", "", "", null, null, null))).isEqualTo(2);
        assertThat(count(new Wanted("した人検索", "", "", null, null, null))).isZero();
        assertThat(count(new Wanted("人", "", "見本", Deed.Kind.REFUSED, null, null)))
                .isEqualTo(1);
        assertThat(count(new Wanted("", "", "50%_", null, null, null))).isEqualTo(1);
        assertThat(count(new Wanted("", "", "5%0", null, null, null))).isZero();
        assertThat(count(new Wanted("検索", "", "", null, today, today))).isEqualTo(2);
        assertThat(count(new Wanted("検索", "", "", null, today.plusDays(1), null)))
                .isZero();
        assertThat(count(new Wanted("検索", "", "", null, null, today.minusDays(1))))
                .isZero();
        List<Long> all = new ArrayList<>();
        reader.each(new Wanted("検索", "", "", null, null, null), entry -> all.add(entry.id()));
        assertThat(all).hasSize(2).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private long count(Wanted wanted) {
        return reader.search(wanted, 1, 10).total();
    }

    @Test
    void a_frequent_word_finds_by_walking_what_a_rare_one_finds_by_index() {
        cameFrom(visitor("歩く 人"), "198.51.100.6");
        for (int i = 0; i < 30; i++) {
            trail.record(Deed.did(DRAWN, Thing.of("lot", "W-" + i, i % 3 == 0 ? "歩き くじ" : "ほか")));
        }
        reader.search(Wanted.ALL, 1, 1);
        for (Wanted wanted : List.of(
                new Wanted("歩く", "", "", null, null, null),
                new Wanted("歩く", "lot.drawn", "歩き", Deed.Kind.DID, null, null),
                new Wanted("", "", "lot W-1", null, LocalDate.EPOCH, null),
                new Wanted("", "lot.drawn", "歩き くじ", null, null, null),
                new Wanted("いない人", "", "", null, null, null))) {
            assertThat(entries.list(wanted, Way.BY_ORDER, 3, 5)).isEqualTo(entries.list(wanted, Way.BY_INDEX, 3, 5));
            assertThat(entries.count(wanted, Way.BY_ORDER, 7)).isEqualTo(entries.count(wanted, Way.BY_INDEX, 7));
        }
        assertThat(entries.count(new Wanted("歩く", "", "", null, null, null), Way.BY_ORDER, 7))
                .isEqualTo(8);
        assertThat(entries.way(new Wanted("いない人", "", "", null, null, null))).isEqualTo(Way.BY_INDEX);
        assertThat(entries.way(new Wanted("", "", "lot ", null, null, null))).isEqualTo(Way.BY_ORDER);
        assertThat(entries.way(Wanted.ALL)).isEqualTo(Way.BY_INDEX);
    }

    @Test
    void what_was_recorded_is_sound_wherever_it_was_told() {
        cameFrom(visitor("𠮷野 家"), "2001:db8::1");
        trail.record(Deed.did(DRAWN, Thing.of("lot", "L-7", "𠮷 'é\"\\")).with("k\"", "v\\n"));
        Entry entry = about("L-7").getFirst();
        assertThat(entry.actor().name()).isEqualTo("𠮷野 家");
        assertThat(entry.occurredAt()).isBefore(Instant.MAX);
        assertThat(reader.at(entry.day(), entry.seq())).contains(entry);
        assertThat(reader.find(entry.id())).contains(entry);
        assertThat(reader.day(entry.day())).isPresent();
        assertThat(check.check(AuditCheck.Range.ALL, _ -> {}).faults()).isEmpty();
    }
}
