package tsukasa.hooks.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.hooks.HookAddressOutcome.Accepted;
import tsukasa.hooks.HookDelivery;
import tsukasa.hooks.HookDeliveryState;
import tsukasa.hooks.HookMessage;
import tsukasa.hooks.HookQueued;
import tsukasa.hooks.HookSecret;
import tsukasa.hooks.HookTarget;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.HookTargetState;
import tsukasa.hooks.HookTargetStopped;
import tsukasa.hooks.HookTestOutcome;
import tsukasa.hooks.HookTrouble;
import tsukasa.hooks.NewHookTarget;
import tsukasa.kernel.MachineClock;
import tsukasa.testing.ModuleDatabase;
import tsukasa.testing.SteppingClock;

class HookDeliveryTests {
    private final DataSource source = ModuleDatabase.with("hooks");
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final TargetStore targets = new TargetStore(database);
    private final MessageStore messages = new MessageStore(database);
    private final SteppingClock clock = SteppingClock.at("2021-06-01T00:00:00Z");
    private final List<Object> told = new ArrayList<>();
    private final Lookups lookups = new Lookups(InetAddress::getAllByName, true);
    private final Wire wire =
            new Wire(lookups, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), Wire.Patience.USUAL);
    private final Receiver receiver = Receiver.that(Receiver.ok());
    private Attempts attempts;
    private HookDeliverer deliverer;
    private HookDesk desk;
    private NewHookTarget target;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        Seals seals = new Seals(folder.resolve("keys/hooks.json"));
        attempts = new Attempts(targets, messages, seals, wire, transactions, told::add, clock, MachineClock.outside());
        deliverer = new HookDeliverer(messages, attempts, clock);
        desk = new HookDesk(targets, messages, seals, lookups, deliverer, clock);
        target = register("localhost", receiver);
    }

    @AfterEach
    void end() throws Exception {
        receiver.close();
        deliverer.destroy();
        wire.destroy();
        lookups.destroy();
        ((AutoCloseable) source).close();
    }

    private NewHookTarget register(String host, Receiver whose) {
        Accepted address = (Accepted) desk.read("http://" + host + ":" + whose.port() + "/in");
        return desk.register(address.address(), "test/1");
    }

    private HookQueued queue(String key) {
        return queue(target.id(), key);
    }

    private HookQueued queue(HookTargetId to, String key) {
        return transactions.execute(
                _ -> desk.queue(new HookMessage(to, key, "watch.finding", "{\"key\":\"" + key + "\"}")));
    }

    private HookTestOutcome test() {
        return transactions.execute(_ -> desk.test(target.id()));
    }

    private List<Claimed> claim(int most) {
        return transactions.execute(_ -> messages.claim(UUID.randomUUID(), most, clock.instant()));
    }

    /// One after the other, as long as something is due.
    private int deliverAll() {
        int made = 0;
        for (List<Claimed> some = claim(10); !some.isEmpty(); some = claim(10)) {
            some.forEach(attempts::make);
            made += some.size();
        }
        return made;
    }

    private HookDelivery last() {
        return desk.deliveries(target.id(), 1).getFirst();
    }

    private HookTarget found() {
        return desk.find(target.id()).orElseThrow();
    }

    @Test
    void a_message_arrives_signed_and_is_forgotten_here() {
        queue("a");
        assertThat(deliverAll()).isEqualTo(1);
        Receiver.Heard heard = receiver.heard().getFirst();
        assertThat(heard.body())
                .isEqualTo(
                        "{\"type\":\"watch.finding\",\"timestamp\":\"2021-06-01T00:00:00Z\",\"data\":{\"key\":\"a\"}}");
        assertThat(heard.header("webhook-signature")).contains(signature(target.secret(), heard));
        assertThat(last().state()).isEqualTo(HookDeliveryState.DELIVERED);
        assertThat(last().status()).isEqualTo(200);
        assertThat(database.sql("select count(body) from hooks.message")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String signature(HookSecret secret, Receiver.Heard heard) {
        Instant at = Instant.ofEpochSecond(
                Long.parseLong(heard.header("webhook-timestamp").orElseThrow()));
        return secret.sign(heard.header("webhook-id").orElseThrow(), at, heard.body());
    }

    @Test
    void the_same_key_is_sent_once() {
        HookQueued.Queued first = (HookQueued.Queued) queue("a");
        assertThat(queue("a")).isEqualTo(new HookQueued.AlreadyThere(first.id()));
        deliverAll();
        assertThat(queue("a")).isEqualTo(new HookQueued.AlreadyThere(first.id()));
        assertThat(deliverAll()).isZero();
        assertThat(receiver.heard()).hasSize(1);
    }

    @Test
    void a_message_of_a_transaction_that_failed_never_existed() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    desk.queue(new HookMessage(target.id(), "a", "watch.finding", "1"));
                    throw new IllegalStateException("the caller fails");
                }))
                .hasMessage("the caller fails");
        assertThat(deliverAll()).isZero();
    }

    @Test
    void what_is_not_one_json_value_is_not_taken() {
        for (String data : List.of("{", "{} {}", "nothing", "[".repeat(200) + "]".repeat(200))) {
            assertThatThrownBy(() -> transactions.execute(
                            _ -> desk.queue(new HookMessage(target.id(), "a", "watch.finding", data))))
                    .as(data)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_message_that_was_refused_comes_again_under_the_same_id() {
        receiver.nowBehaves(Receiver.says("HTTP/1.1 500 Oh no"));
        queue("a");
        queue("b");
        assertThat(deliverAll())
                .as("b is claimed with it, then the target rests")
                .isEqualTo(2);
        assertThat(deliverAll()).isZero();
        assertThat(last().state()).isEqualTo(HookDeliveryState.QUEUED);
        assertThat(last().trouble()).isEqualTo(HookTrouble.BROKEN);
        assertThat(found().failingSince()).isEqualTo(clock.instant());

        receiver.nowBehaves(Receiver.ok());
        clock.step(Duration.ofMinutes(2));
        assertThat(deliverAll()).isEqualTo(2);
        assertThat(last().attempts()).isEqualTo(2);
        assertThat(found().failingSince()).isNull();
        assertThat(new HashSet<>(receiver.heard().stream()
                        .map(heard -> heard.header("webhook-id").orElseThrow())
                        .toList()))
                .hasSize(2);
    }

    @Test
    void a_target_that_fails_is_tried_with_one_message_at_a_time() {
        receiver.nowBehaves(Receiver.says("HTTP/1.1 500 Oh no"));
        queue("first");
        deliverAll();
        for (int i = 0; i < 10; i++) {
            queue("more " + i);
        }
        assertThat(claim(10)).as("while it rests").isEmpty();
        clock.step(Duration.ofMinutes(2));
        assertThat(claim(10)).hasSize(1);
        assertThat(claim(10)).isEmpty();
    }

    @Test
    void a_receiver_that_is_gone_ends_its_target() {
        receiver.nowBehaves(Receiver.says("HTTP/1.1 410 Gone"));
        queue("a");
        queue("b");
        claim(1).forEach(attempts::make);
        assertThat(found().state()).isEqualTo(HookTargetState.GONE);
        assertThat(told).containsExactly(new HookTargetStopped(target.id(), "test/1", HookTargetState.GONE));
        assertThat(desk.deliveries(target.id(), 10))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(HookDeliveryState.FAILED));
        assertThat(queue("c")).isEqualTo(new HookQueued.NotSent());
        assertThat(test()).isEqualTo(new HookTestOutcome.NotSent());

        receiver.nowBehaves(Receiver.ok());
        assertThat(desk.resume(target.id())).isTrue();
        queue("d");
        assertThat(deliverAll()).isEqualTo(1);
    }

    @Test
    void a_target_where_nothing_arrives_for_days_is_stopped_and_its_keeper_told_once() {
        receiver.nowBehaves(Receiver.says("HTTP/1.1 500 Oh no"));
        for (int hour = 0; hour < 24 * 6; hour++) {
            queue("hour " + hour);
            claim(1).forEach(attempts::make);
            clock.step(Duration.ofHours(1));
        }
        assertThat(told).containsExactly(new HookTargetStopped(target.id(), "test/1", HookTargetState.FAILED));
        assertThat(found().state()).isEqualTo(HookTargetState.FAILED);
        assertThat(claim(10)).isEmpty();
    }

    @Test
    void a_message_that_is_too_old_is_given_up() {
        queue("a");
        clock.step(Duration.ofDays(4).plusSeconds(1));
        deliverer.tidy();
        assertThat(last().state()).isEqualTo(HookDeliveryState.FAILED);
        assertThat(last().trouble()).isEqualTo(HookTrouble.TOO_OLD);
        assertThat(deliverAll()).isZero();
        clock.step(Duration.ofDays(30));
        deliverer.tidy();
        assertThat(desk.deliveries(target.id(), 10)).isEmpty();
    }

    @Test
    void a_slow_receiver_holds_up_nobody() throws Exception {
        CountDownLatch others = new CountDownLatch(20);
        InHand slow = new InHand();
        InHand quickly = new InHand();
        try (Receiver quick = Receiver.that((caller, out) -> {
            quickly.held(() -> {});
            Receiver.ok().answer(caller, out);
            others.countDown();
        })) {
            receiver.nowBehaves((caller, out) -> {
                slow.held(others::await);
                Receiver.ok().answer(caller, out);
            });
            NewHookTarget other = register("127.0.0.1", quick);
            for (int i = 0; i < 20; i++) {
                queue(target.id(), "slow " + i);
                queue(other.id(), "quick " + i);
            }
            while (!others.await(5, TimeUnit.MILLISECONDS)) {
                deliverer.sendDue();
            }
            assertThat(slow.most.get()).isEqualTo(MessageStore.AT_ONE_HOST);
            assertThat(quickly.most.get()).isBetween(1, MessageStore.AT_ONE_HOST);
        }
    }

    /// How many messages a receiver had in hand at one time. Each is let go before it is answered, since the next one
    /// may be sent as soon as the answer has arrived.
    private static final class InHand {
        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger now = new AtomicInteger();

        void held(Waiting waiting) throws InterruptedException {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            waiting.until();
            now.decrementAndGet();
        }
    }

    private interface Waiting {
        void until() throws InterruptedException;
    }

    @Test
    void targets_at_one_host_take_turns() {
        NewHookTarget other = register("localhost", receiver);
        for (int i = 0; i < 8; i++) {
            queue(target.id(), "many " + i);
        }
        queue(other.id(), "one");
        assertThat(claim(10)).hasSize(4).extracting(Claimed::target).contains(other.id());
    }

    @Test
    void two_nodes_deliver_each_message_once() throws Exception {
        IntStream.range(0, 60).forEach(i -> queue("message " + i));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Integer> node = () -> {
                int made = 0;
                while (receiver.heard().size() < 60) {
                    List<Claimed> some = claim(2);
                    some.forEach(attempts::make);
                    made += some.size();
                }
                return made;
            };
            int made = 0;
            for (var done : nodes.invokeAll(List.of(node, node))) {
                made += done.get();
            }
            assertThat(made).isEqualTo(60);
        }
        assertThat(receiver.heard().stream().map(Receiver.Heard::body).distinct())
                .hasSize(60);
    }

    @Test
    void what_a_node_that_died_had_in_hand_is_sent_again_by_another_under_the_same_id() {
        queue("a");
        Claimed first = claim(1).getFirst();
        assertThat(claim(1)).isEmpty();
        clock.step(MessageStore.CLAIM);
        Claimed second = claim(1).getFirst();
        assertThat(second.id()).isEqualTo(first.id());
        attempts.make(second);
        assertThat(messages.notDelivered(first, HookTrouble.TOO_SLOW, null, clock.instant(), clock.instant()))
                .as("the late word of the first")
                .isFalse();
        assertThat(last().state()).isEqualTo(HookDeliveryState.DELIVERED);
    }

    @Test
    void for_a_day_the_old_secret_signs_beside_the_new_one() {
        HookSecret fresh = desk.renewSecret(target.id()).orElseThrow();
        queue("a");
        deliverAll();
        Receiver.Heard both = receiver.heard().getFirst();
        assertThat(both.header("webhook-signature"))
                .contains(signature(fresh, both) + " " + signature(target.secret(), both));
        clock.step(Duration.ofDays(1));
        queue("b");
        deliverAll();
        Receiver.Heard later = receiver.heard().getLast();
        assertThat(later.header("webhook-signature")).contains(signature(fresh, later));
    }

    @Test
    void somebody_elses_machine_cannot_be_bombarded_with_tests() {
        for (int i = 0; i < 5; i++) {
            assertThat(test()).isInstanceOf(HookTestOutcome.OnItsWay.class);
        }
        assertThat(test()).isEqualTo(new HookTestOutcome.TooOften(Duration.ofMinutes(15)));
        clock.step(Duration.ofMinutes(15));
        assertThat(test()).isInstanceOf(HookTestOutcome.OnItsWay.class);
        assertThat(deliverAll()).isEqualTo(6);
        assertThat(receiver.heard().getFirst().body()).contains("\"type\":\"test\"");
    }

    @Test
    void a_target_that_is_taken_away_leaves_nothing_behind() {
        queue("a");
        desk.remove(target.id());
        assertThat(desk.find(target.id())).isEmpty();
        assertThat(deliverAll()).isZero();
    }
}
