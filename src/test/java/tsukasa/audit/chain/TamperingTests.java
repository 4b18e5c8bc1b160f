package tsukasa.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.audit.AuditFault;
import tsukasa.audit.AuditFault.Added;
import tsukasa.audit.AuditFault.BadSeal;
import tsukasa.audit.AuditFault.BadSignature;
import tsukasa.audit.AuditFault.Changed;
import tsukasa.audit.AuditFault.DayMissing;
import tsukasa.audit.AuditFault.DayUnsealed;
import tsukasa.audit.AuditFault.Missing;
import tsukasa.audit.AuditFault.NotAsPublished;
import tsukasa.audit.AuditFault.Reordered;
import tsukasa.audit.AuditFault.UnknownKey;
import tsukasa.audit.AuditFault.Unlinked;

/// Whoever owns the database can do anything to it; the chain says what was done.
class TamperingTests {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 12);
    private static final LocalDate SECOND = LocalDate.of(2022, 1, 13);
    private static final LocalDate THIRD = LocalDate.of(2022, 1, 14);
    private final Chain chain = new Chain();

    /// Three days of ten entries each; the third is still open.
    @BeforeEach
    void three_days() {
        for (int day = 0; day < 3; day++) {
            chain.write(10);
            chain.sealer().now();
            chain.clock.step(Duration.ofDays(day < 2 ? 1 : 0));
        }
        assertThat(chain.verdict().sound()).isTrue();
        assertThat(chain.verdict().entries()).isEqualTo(30);
        assertThat(chain.verdict().days()).isEqualTo(3);
        assertThat(chain.verdict().trusted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 999",
                "occurred_at = occurred_at + interval '1 microsecond'",
                "kind = 'READ'",
                "actor_kind = 'TOKEN'",
                "actor_id = 'p-9'",
                "actor_name = '山田 花予'",
                "organisation = null",
                "organisation = ''",
                "action = 'role.taken'",
                "object_type = 'persom'",
                "object_id = 'p-3'",
                "object_label = object_label || ' '",
                "reason = null",
                "reason = '異勤'",
                "facts = '{\"role\": \"STAFF\"}'",
                "request = 'r-2'",
                "network = '192.0.2.2'",
                "previous = set_byte(previous, 31, get_byte(previous, 31) # 1)",
                "hash = set_byte(hash, 0, get_byte(hash, 0) # 1)",
                "actor_id = 'p-1山田', actor_name = ' 花子'"
            })
    void a_byte_changed_in_any_column_is_found_and_named(String change) {
        chain.tamper("update audit.entry set " + change + " where day = ? and seq = 5", SECOND);
        assertThat(chain.faults()).singleElement().isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.day()).isEqualTo(SECOND);
            assertThat(changed.seq()).isEqualTo(5);
        });
        assertThat(chain.verdict().sound()).isFalse();
    }

    @Test
    void an_entry_moved_to_a_free_place_is_missed_and_named() {
        chain.tamper("update audit.entry set seq = 11 where day = ? and seq = 5", SECOND);
        assertThat(chain.faults()).containsExactlyInAnyOrder(new Missing(SECOND, 5, 5), new Added(SECOND, 11, 15));
        chain.tamper("update audit.entry set day = ?, seq = 12 where day = ? and seq = 11", FIRST, SECOND);
        assertThat(chain.faults()).containsExactlyInAnyOrder(new Missing(SECOND, 5, 5), new Added(FIRST, 12, 15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 10})
    void an_entry_taken_away_at_the_beginning_in_the_middle_or_at_the_end_is_missed(long seq) {
        for (LocalDate day : List.of(FIRST, THIRD)) {
            chain.tamper("delete from audit.entry where day = ? and seq = ?", day, seq);
        }
        assertThat(chain.faults()).containsExactly(new Missing(FIRST, seq, seq), new Missing(THIRD, seq, seq));
    }

    @Test
    void two_that_changed_places_are_named_with_their_old_places() {
        swap(3, 8);
        assertThat(chain.faults())
                .containsExactlyInAnyOrder(new Reordered(FIRST, 8, 3, 3), new Reordered(FIRST, 3, 8, 8));
        swap(3, 8);
        swap(4, 5);
        assertThat(chain.faults())
                .containsExactlyInAnyOrder(new Reordered(FIRST, 5, 4, 4), new Reordered(FIRST, 4, 5, 5));
    }

    private void swap(long one, long other) {
        chain.tamper("update audit.entry set seq = 1000 where day = ? and seq = ?", FIRST, one);
        chain.tamper("update audit.entry set seq = ? where day = ? and seq = ?", one, FIRST, other);
        chain.tamper("update audit.entry set seq = ? where day = ? and seq = 1000", other, FIRST);
    }

    @Test
    void one_put_in_at_the_end_or_in_the_middle_is_named() {
        put(11);
        assertThat(chain.faults()).containsExactly(new Added(FIRST, 11, 1011));
        chain.tamper("delete from audit.entry where id = 1011");
        chain.tamper("update audit.entry set seq = seq + 100 where day = ? and seq > 5", FIRST);
        chain.tamper("update audit.entry set seq = seq - 99 where day = ? and seq > 100", FIRST);
        put(6);
        assertThat(chain.faults())
                .contains(
                        new Changed(FIRST, 6, 1006),
                        new Reordered(FIRST, 7, 6, 6),
                        new Reordered(FIRST, 10, 9, 9),
                        new Added(FIRST, 11, 10));
    }

    private void put(long seq) {
        chain.tamper(
                "insert into audit.entry select day, ?, 1000 + ?, occurred_at, kind, actor_kind, actor_id, actor_name,"
                        + " organisation, action, object_type, object_id, object_label, reason, facts, request, network,"
                        + " previous, hash from audit.entry where day = ? and seq = 1",
                seq,
                seq,
                FIRST);
    }

    @Test
    void one_replaced_together_with_its_hash_no_longer_fits_its_neighbour() {
        forge(FIRST, 5);
        assertThat(chain.faults()).containsExactly(new Unlinked(FIRST, 6, 6));
    }

    @Test
    void the_last_one_replaced_together_with_its_hash_does_not_fit_the_seal() {
        forge(THIRD, 10);
        assertThat(chain.faults()).containsExactly(new Changed(THIRD, 10, 30));
    }

    /// As somebody would who knows how hashes are made, but has no key.
    private void forge(LocalDate day, long seq) {
        chain.tamper("update audit.entry set actor_name = '別人' where day = ? and seq = ?", day, seq);
        List<byte[]> hashes = new ArrayList<>();
        VerifyStore store = new VerifyStore(chain.source);
        store.inOneState(() -> {
            store.each(
                    new Range(day, day), standing -> hashes.add(standing.link().hash()));
            return hashes;
        });
        chain.tamper("update audit.entry set hash = ? where day = ? and seq = ?", hashes.get((int) seq - 1), day, seq);
    }

    @Test
    void a_day_taken_away_with_or_without_its_seal_is_missed() {
        chain.tamper("delete from audit.entry where day = ?", SECOND);
        assertThat(chain.faults()).containsExactly(new Missing(SECOND, 1, 10));
        chain.tamper("delete from audit.day where day = ?", SECOND);
        assertThat(chain.faults()).containsExactlyInAnyOrder(new DayMissing(THIRD, 3, 2), new NotAsPublished(SECOND));
    }

    @Test
    void the_first_day_taken_away_is_missed() {
        chain.tamper("delete from audit.entry where day = ?", FIRST);
        chain.tamper("delete from audit.day where day = ?", FIRST);
        assertThat(chain.faults()).contains(new DayMissing(SECOND, 2, 1));
    }

    @Test
    void days_cut_off_at_the_end_are_missed_by_their_published_roots() throws Exception {
        chain.tamper("delete from audit.entry where day > ?", FIRST);
        chain.tamper("delete from audit.day where day > ?", FIRST);
        assertThat(chain.faults()).containsExactly(new NotAsPublished(SECOND));
        Files.delete(chain.data.resolve(PublishedRoots.FILE));
        assertThat(chain.verdict().sound())
                .as("without the published roots nothing shows that there was more")
                .isTrue();
    }

    @Test
    void a_seal_taken_away_is_missed() {
        chain.tamper("delete from audit.day where day = ?", THIRD);
        assertThat(chain.faults()).containsExactly(new DayUnsealed(THIRD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head = set_byte(head, 0, get_byte(head, 0) # 1)",
                "closed = false",
                "sealed_at = sealed_at + interval '1 second'",
                "root = set_byte(root, 0, get_byte(root, 0) # 1)",
                "previous_root = set_byte(previous_root, 0, get_byte(previous_root, 0) # 1)",
                "entries = 9",
                "entries = 11",
                "ordinal = 7",
                "ordinal = 0"
            })
    void a_seal_that_was_changed_is_named(String change) {
        if (change.equals("ordinal = 0")) {
            chain.database.execute("alter table audit.day drop constraint day_ordinal_check");
        }
        chain.tamper("update audit.day set " + change + " where day = ?", SECOND);
        assertThat(chain.faults()).isNotEmpty();
        assertThat(chain.faults().stream().map(AuditFault::day)).contains(SECOND);
        assertThat(chain.faults()).anyMatch(fault -> fault instanceof BadSeal || fault instanceof BadSignature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signature = set_byte(signature, 0, get_byte(signature, 0) # 1)",
                "signature = ''",
                "key_id = 'other'"
            })
    void a_signature_that_was_changed_is_named(String change) {
        chain.tamper("update audit.day set " + change + " where day = ?", SECOND);
        assertThat(chain.faults()).singleElement().isInstanceOf(BadSignature.class);
        assertThat(chain.faults().getFirst().day()).isEqualTo(SECOND);
    }

    @Test
    void a_day_signed_anew_with_another_key_is_named() throws Exception {
        Chain other = new Chain();
        SigningKey forger = SigningKey.of(other.data);
        for (SignedSeal signed : new VerifyStore(chain.source).seals(Range.ALL)) {
            SignedSeal forged = forger.sign(signed.seal());
            chain.tamper(
                    "update audit.day set public_key = ?, key_id = ?, signature = ? where day = ?",
                    forged.publicKey(),
                    forged.keyId(),
                    forged.signature(),
                    signed.seal().day());
        }
        assertThat(chain.faults())
                .hasSize(3)
                .allMatch(fault -> fault instanceof UnknownKey)
                .contains(new UnknownKey(SECOND, forger.open().id()));
        assertThat(chain.verdict(Range.ALL, Trusted.NOTHING).trusted())
                .as("with no key of our own it can only be said that it is signed by somebody")
                .isFalse();
        assertThat(chain.verdict(Range.ALL, other.trustedFolder()).sound()).isTrue();
    }

    @Test
    void a_lost_key_is_replaced_and_the_days_it_signed_are_held_against_its_public_half() throws Exception {
        Files.delete(chain.data.resolve("keys").resolve(SigningKey.SECRET));
        Files.move(
                chain.data.resolve("keys").resolve(SigningKey.OPEN),
                chain.data.resolve("keys").resolve("audit-1.pub"));
        chain.clock.step(Duration.ofDays(1));
        chain.write(1);
        chain.sealer().now();
        assertThat(chain.verdict().sound()).isTrue();
        Files.delete(chain.data.resolve("keys").resolve("audit-1.pub"));
        assertThat(chain.faults()).contains(new UnknownKey(FIRST, keyOf(FIRST)));
    }

    private String keyOf(LocalDate day) {
        return new VerifyStore(chain.source)
                .seals(new Range(day, day))
                .getFirst()
                .keyId();
    }

    @Test
    void only_the_days_asked_for_are_looked_at() {
        chain.tamper("update audit.entry set reason = null where day = ? and seq = 5", FIRST);
        assertThat(chain.verdict(new Range(SECOND, THIRD), chain.trustedFolder())
                        .sound())
                .isTrue();
        assertThat(chain.verdict(new Range(null, FIRST), chain.trustedFolder()).faults())
                .containsExactly(new Changed(FIRST, 5, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set reason = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "delete from audit.day",
                "truncate audit.day",
                "update audit.day set entries = entries - 1",
                "update audit.day set sealed_at = now() where closed",
                "truncate audit.waiting",
                "update audit.waiting set reason = 'x'",
                "delete from audit.waiting"
            })
    void the_database_refuses_whoever_does_not_own_its_triggers(String statement) {
        chain.write(1);
        assertThatThrownBy(() -> chain.database.execute(statement)).isInstanceOf(DataAccessException.class);
        assertThat(chain.verdict().sound()).isTrue();
        assertThat(chain.verdict().waiting()).isEqualTo(1);
    }

    @Test
    void of_a_heap_of_faults_the_first_are_named_and_all_are_counted() {
        chain.write(1_500);
        chain.sealer().now();
        chain.tamper("update audit.entry set network = '203.0.113.7' where day = ? and seq > 10", THIRD);
        assertThat(chain.verdict().faulty()).isEqualTo(1_500);
        assertThat(chain.faults()).hasSize(Findings.KEPT);
    }
}
