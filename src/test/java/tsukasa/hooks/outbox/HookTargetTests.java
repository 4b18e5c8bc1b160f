package tsukasa.hooks.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookAddressOutcome.Accepted;
import tsukasa.hooks.HookMessage;
import tsukasa.hooks.NewHookTarget;
import tsukasa.kernel.MachineClock;
import tsukasa.testing.ModuleDatabase;
import tsukasa.testing.SteppingClock;

class HookTargetTests {
    private final DataSource source = ModuleDatabase.with("hooks");
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final TargetStore targets = new TargetStore(database);
    private final MessageStore messages = new MessageStore(database);
    private final SteppingClock clock = SteppingClock.at("2021-06-01T00:00:00Z");
    private final Lookups lookups = new Lookups(InetAddress::getAllByName, true);
    private final Wire wire =
            new Wire(lookups, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), Wire.Patience.USUAL);

    @TempDir
    private Path folder;

    @AfterEach
    void end() throws Exception {
        wire.destroy();
        lookups.destroy();
        ((AutoCloseable) source).close();
    }

    private Seals seals() {
        return new Seals(folder.resolve("keys/hooks.json"));
    }

    private Attempts attempts() {
        return new Attempts(targets, messages, seals(), wire, transactions, _ -> {}, clock, MachineClock.outside());
    }

    private HookDesk desk() {
        return new HookDesk(targets, messages, seals(), lookups, new HookDeliverer(messages, attempts(), clock), clock);
    }

    private static HookAddress address(int port) {
        return ((Accepted) HookAddress.parse("http://127.0.0.1:" + port + "/in", true)).address();
    }

    @Test
    void a_secret_lies_sealed_and_opens_for_its_own_target_alone() throws Exception {
        NewHookTarget target = desk().register(address(1), "test/1");
        byte[] sealed = database.sql("select secret from hooks.target")
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(target.secret().text());
        NewHookTarget other = desk().register(address(1), "test/2");
        assertThat(seals().open(target.id(), sealed)).isEqualTo(target.secret());
        assertThatThrownBy(() -> seals().open(other.id(), sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/hooks.json")))
                .hasSize(2);
    }

    @Test
    void where_the_keys_are_missing_no_new_ones_are_made_over_sealed_secrets() throws Exception {
        desk().register(address(1), "test/1");
        Files.delete(folder.resolve("keys/hooks.json"));
        assertThatThrownBy(() -> desk().register(address(1), "test/2")).hasMessageContaining("keys of webhooks");
        assertThat(folder.resolve("keys/hooks.json")).doesNotExist();
    }

    @Test
    void what_waits_goes_to_the_new_address_after_a_move() throws Exception {
        try (Receiver first = Receiver.that(Receiver.ok());
                Receiver second = Receiver.that(Receiver.ok())) {
            NewHookTarget target = desk().register(address(first.port()), "test/1");
            transactions.executeWithoutResult(_ -> {
                desk().queue(new HookMessage(target.id(), "a", "watch.finding", "1"));
                desk().move(target.id(), address(second.port()));
            });
            transactions
                    .execute(_ -> messages.claim(UUID.randomUUID(), 10, clock.instant()))
                    .forEach(attempts()::make);
            assertThat(first.heard()).isEmpty();
            assertThat(second.heard()).hasSize(1);
        }
    }
}
