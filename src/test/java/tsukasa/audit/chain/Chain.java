package tsukasa.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.audit.AuditFault;
import tsukasa.audit.AuditVerdict;
import tsukasa.kernel.Settings;
import tsukasa.testing.ModuleDatabase;
import tsukasa.testing.SteppingClock;

/// A trail on a database and a data folder of its own, and somebody who owns the database and takes its guards away.
final class Chain {
    final DataSource source = ModuleDatabase.with("audit");
    final JdbcTemplate database = new JdbcTemplate(source);
    final SteppingClock clock = SteppingClock.at("2022-01-12T00:00:00Z");
    final Path data;
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));

    Chain() {
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target/data")), "chain");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sealer sealer() {
        return new Sealer(
                new SealStore(database),
                transaction,
                new Settings(
                        data,
                        null,
                        "",
                        "",
                        null,
                        List.of(),
                        null,
                        false,
                        new Settings.Agency("機構", "Agency", "no-reply@localhost")),
                clock);
    }

    /// Writes without a word about sealing.
    void write(int count) {
        for (int i = 0; i < count; i++) {
            write("記録 " + i);
        }
    }

    void write(String label) {
        database.update("""
                insert into audit.waiting (occurred_at, kind, actor_kind, actor_id, actor_name, organisation, action,
                                           object_type, object_id, object_label, reason, facts, request, network)
                values (?, 'DID', 'PERSON', 'p-1', '山田 花子', 'o-1', 'role.given', 'person', 'p-2', ?, '異動', '{"role":"STAFF"}',
                        'r-1', '192.0.2.1')
                """, clock.instant().atOffset(java.time.ZoneOffset.UTC), label);
    }

    /// As the owner of the database would, who can switch off any trigger.
    void tamper(String statement, Object... values) {
        transaction.executeWithoutResult(_ -> {
            database.execute("set local session_replication_role = replica");
            database.update(statement, values);
        });
    }

    AuditVerdict verdict() {
        return verdict(Range.ALL, trustedFolder());
    }

    List<AuditFault> faults() {
        return verdict().faults();
    }

    AuditVerdict verdict(Range range, Trusted trusted) {
        return new Verifier(new VerifyStore(source), trusted, _ -> {}).verify(range);
    }

    Trusted trustedFolder() {
        try {
            return Trusted.ofFolder(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
