package tsukasa.audit.chain;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.kernel.Text;

/// What was typed behind `audit verify`. Of an option given twice the last one counts; of keys and roots each one.
sealed interface VerifyArguments {
    Text HELP = Text.of("""
            使い方: tsukasa audit verify [--data フォルダー] [--from 日] [--until 日] [--public-key ファイル] [--roots ファイル] [--json]
              --data フォルダー       データフォルダー（既定 var/）。動いているままで構いません
              --from、--until 日      この日から、この日まで（2022-01-12 の形）
              --public-key ファイル   この公開鍵だけを信頼します（既定はデータフォルダーの keys/*.pub）
              --roots ファイル        公表した根の写しと突き合わせます（データフォルダーの audit-roots.txt に加えて）
              --json                  結果を JSON で出します""", """
            Usage: tsukasa audit verify [--data DIR] [--from DAY] [--until DAY] [--public-key FILE] [--roots FILE] [--json]
              --data DIR            the data folder (default var/); the platform may go on running
              --from, --until DAY   from and up to this day, such as 2022-01-12
              --public-key FILE     trust this public key alone (default: keys/*.pub in the data folder)
              --roots FILE          also hold it against this copy of published roots
              --json                the outcome as JSON""");

    record Help() implements VerifyArguments {}

    record Wrong(Text what) implements VerifyArguments {}

    record Wanted(Path data, Range range, List<Path> keys, List<Path> roots, boolean json) implements VerifyArguments {}

    static VerifyArguments parse(List<String> arguments) {
        String data = "var";
        @Nullable LocalDate from = null;
        @Nullable LocalDate until = null;
        List<Path> keys = new ArrayList<>();
        List<Path> roots = new ArrayList<>();
        boolean json = false;
        Iterator<String> words = arguments.iterator();
        try {
            while (words.hasNext()) {
                String word = words.next();
                switch (word) {
                    case "--help", "-h" -> {
                        return new Help();
                    }
                    case "--data" -> data = words.next();
                    case "--from" -> from = LocalDate.parse(words.next());
                    case "--until" -> until = LocalDate.parse(words.next());
                    case "--public-key" -> keys.add(Path.of(words.next()));
                    case "--roots" -> roots.add(Path.of(words.next()));
                    case "--json" -> json = true;
                    default -> {
                        return new Wrong(Text.of("分からない引数です: " + word, "Unknown argument: " + word));
                    }
                }
            }
            return new Wanted(Path.of(data), new Range(from, until), keys, roots, json);
        } catch (NoSuchElementException _) {
            String last = arguments.getLast();
            return new Wrong(Text.of(last + " には値が必要です。", last + " needs a value."));
        } catch (DateTimeException _) {
            return new Wrong(Text.of("日は 2022-01-12 の形で書きます。", "A day is written like 2022-01-12."));
        } catch (InvalidPathException e) {
            return new Wrong(Text.of("名前として使えません: " + e.getInput(), "Not a name: " + e.getInput()));
        }
    }
}
