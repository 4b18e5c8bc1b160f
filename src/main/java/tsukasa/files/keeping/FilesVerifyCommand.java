package tsukasa.files.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.OpenDatabase;

/// `./tsukasa files verify`: holds every kept content against its record.
public final class FilesVerifyCommand implements Command {
    private static final int SOUND = 0;
    private static final int NOT_SOUND = 1;
    private static final int USAGE = 2;
    private static final int NOT_LOOKED_AT = 3;
    private static final Text HELP = Text.of("""
            使い方: tsukasa files verify [--data フォルダー]
              保管したファイルを一つずつ読み、記録のハッシュと照らします。鍵は要りません。""", """
            Usage: tsukasa files verify [--data DIR]
              Reads every kept file and holds it against the hash in its record. Needs no key.""");

    @Override
    public List<String> words() {
        return List.of("files", "verify");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Language language = Language.ofSystem();
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(HELP.in(language));
            return SOUND;
        }
        Optional<Path> data = KeptFiles.data(arguments);
        if (data.isEmpty()) {
            err.println(HELP.in(language));
            return USAGE;
        }
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        return verify(data.get(), out, err, language);
    }

    private static int verify(Path data, PrintStream out, PrintStream err, Language language) {
        try (OpenDatabase database = OpenDatabase.of(data)) {
            KeptFiles files = KeptFiles.of(data, database);
            if (!files.contents().installed()) {
                err.println(Text.of("このデータには、保管ファイルの表がまだありません。", "This data has no tables of kept files yet.")
                        .in(language));
                return NOT_LOOKED_AT;
            }
            return told(files.contents(), files.vault(), out, err, language);
        } catch (StartFailure failure) {
            err.println(failure.what().in(language));
            err.println(failure.next().in(language));
        } catch (DataAccessException | IOException e) {
            err.println(
                    Text.of("最後まで調べられませんでした: " + e.getMessage(), "It could not be looked through: " + e.getMessage())
                            .in(language));
        }
        return NOT_LOOKED_AT;
    }

    private static int told(ContentStore contents, Vault vault, PrintStream out, PrintStream err, Language language)
            throws IOException {
        List<Text> faults = new ArrayList<>();
        long count = 0;
        for (List<StoredContent> some = contents.after(0);
                !some.isEmpty();
                some = contents.after(some.getLast().id())) {
            for (StoredContent one : some) {
                count++;
                if (!vault.has(one.storedSha256())) {
                    faults.add(Text.of(one.storedSha256() + " がありません。", one.storedSha256() + " is missing."));
                } else if (!hash(vault, one).equals(one.storedSha256())) {
                    faults.add(Text.of(one.storedSha256() + " が変わっています。", one.storedSha256() + " was changed."));
                }
            }
        }
        faults.forEach(fault -> err.println(fault.in(language)));
        String number = "%,d".formatted(count);
        out.println((faults.isEmpty()
                        ? Text.of("保管ファイル " + number + "件は、すべて記録のとおりです。", number + " kept contents, all as recorded.")
                        : Text.of(
                                "保管ファイル " + number + "件のうち、" + faults.size() + "件が記録と違います。",
                                faults.size() + " of " + number + " kept contents are not as recorded."))
                .in(language));
        return faults.isEmpty() ? SOUND : NOT_SOUND;
    }

    private static String hash(Vault vault, StoredContent content) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(vault.raw(content.storedSha256()), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest);
    }
}
