package tsukasa.audit.chain;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;
import tsukasa.audit.AuditVerdict;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.OpenDatabase;

/// `./tsukasa audit verify`: goes through the whole trail and names whatever is not as it was sealed.
public final class AuditVerifyCommand implements Command {
    static final int SOUND = 0;
    static final int NOT_SOUND = 1;
    static final int USAGE = 2;
    static final int NOT_LOOKED_AT = 3;

    @Override
    public List<String> words() {
        return List.of("audit", "verify");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Language language = Language.ofSystem();
        return switch (VerifyArguments.parse(arguments)) {
            case VerifyArguments.Help _ -> {
                out.println(VerifyArguments.HELP.in(language));
                yield SOUND;
            }
            case VerifyArguments.Wrong(Text what) -> {
                err.println(what.in(language));
                err.println(VerifyArguments.HELP.in(language));
                yield USAGE;
            }
            case VerifyArguments.Wanted wanted -> verify(wanted, out, err, language);
        };
    }

    private static int verify(VerifyArguments.Wanted wanted, PrintStream out, PrintStream err, Language language) {
        LoggingSystem.get(AuditVerifyCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try {
            Trusted trusted = trusted(wanted);
            try (OpenDatabase database = OpenDatabase.of(wanted.data())) {
                return verify(VerifyStore.of(database), trusted, wanted, out, err, language);
            }
        } catch (StartFailure failure) {
            err.println(failure.what().in(language));
            err.println(failure.next().in(language));
        } catch (IOException e) {
            err.println(
                    Text.of("鍵または根を読めません: " + e.getMessage(), "A key or the roots cannot be read: " + e.getMessage())
                            .in(language));
        } catch (DataAccessException e) {
            err.println(Text.of(
                            "監査証跡を最後まで読めませんでした: " + e.getMostSpecificCause().getMessage(),
                            "The trail could not be read to its end: "
                                    + e.getMostSpecificCause().getMessage())
                    .in(language));
        }
        return NOT_LOOKED_AT;
    }

    private static Trusted trusted(VerifyArguments.Wanted wanted) throws IOException {
        Trusted own = Trusted.ofFolder(wanted.data());
        Trusted named = Trusted.of(wanted.keys(), wanted.roots());
        Map<LocalDate, byte[]> roots = new HashMap<>(own.roots());
        roots.putAll(named.roots());
        return new Trusted(wanted.keys().isEmpty() ? own.keys() : named.keys(), roots);
    }

    private static int verify(
            VerifyStore store,
            Trusted trusted,
            VerifyArguments.Wanted wanted,
            PrintStream out,
            PrintStream err,
            Language language) {
        if (!store.installed()) {
            err.println(Text.of(
                            "このデータには、まだ監査証跡がありません。一度起動してください。",
                            "This data has no audit trail yet. Start the platform once.")
                    .in(language));
            return NOT_LOOKED_AT;
        }
        long begun = System.nanoTime();
        AuditVerdict verdict = new Verifier(store, trusted, _ -> {}).verify(wanted.range());
        VerdictReport report = new VerdictReport(verdict, (System.nanoTime() - begun) / 1e9);
        if (wanted.json()) {
            out.println(report.json());
        } else {
            report.print(out, language);
        }
        return verdict.sound() ? SOUND : NOT_SOUND;
    }
}
