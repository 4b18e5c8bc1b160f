package tsukasa.plan.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.plan.PlanReader;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.ReadingSummary;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.TableCheck;
import tsukasa.plan.money.TableAuditCommand;

/// One run of `plan import`: reads the text, reports what was found, writes the package.
final class ImportJob {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int WRONG_FIGURES = 3;

    private final Language language;
    private final PrintStream out;
    private final PrintStream err;
    private final TableAuditor auditor = TableAuditCommand.auditor();
    private final PlanReader reader = new StandardPlanReader(auditor);

    ImportJob(Language language, PrintStream out, PrintStream err) {
        this.language = language;
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) {
        return switch (ImportArguments.parse(arguments)) {
            case ImportArguments.Help help -> {
                out.println(ImportArguments.HELP.in(language));
                yield OK;
            }
            case ImportArguments.Wrong(Text what) -> {
                err.println(what.in(language));
                err.println(ImportArguments.HELP.in(language));
                yield USAGE;
            }
            case ImportArguments.Wanted wanted -> read(wanted);
        };
    }

    private int read(ImportArguments.Wanted wanted) {
        return switch (bytes(wanted.file())) {
            case Refused(Text reason) -> refused(wanted.file(), reason, 0);
            case Bytes(byte[] content) ->
                switch (reader.read(content, wanted.profile())) {
                    case ReadingResult.Refused(Text reason, int line) -> refused(wanted.file(), reason, line);
                    case ReadingResult.Read read -> report(wanted, read);
                };
        };
    }

    private int report(ImportArguments.Wanted wanted, ReadingResult.Read read) {
        List<TableCheck> checks = auditor.check(read.tables());
        ReadingSummary summary = ReadingSummary.of(read, checks);
        if (wanted.print()) {
            out.print(reader.print(read.document()));
        } else if (wanted.json()) {
            out.println(JsonReport.of(read, summary, language));
        } else {
            out.print(TextReport.of(wanted.file(), read, summary, auditor.suspects(read.tables()), language));
        }
        if (wanted.folder().isPresent()) {
            Optional<Text> problem =
                    new PackageWriter(read).write(wanted.folder().get());
            if (problem.isPresent()) {
                err.println(problem.get().in(language));
                return REFUSED;
            }
            err.println(ImportArguments.written(wanted.folder().get()).in(language));
        }
        return summary.wrong().isEmpty() ? OK : WRONG_FIGURES;
    }

    private int refused(Path file, Text reason, int line) {
        err.println(file + (line > 0 ? ":" + line : "") + ": " + reason.in(language));
        return REFUSED;
    }

    private sealed interface Content {}

    private record Bytes(byte[] bytes) implements Content {}

    private record Refused(Text reason) implements Content {}

    /// A file that is too large is refused by its size, unread; a pipe after as much as may be read.
    private static Content bytes(Path file) {
        try {
            if (Files.notExists(file)) {
                return new Refused(ImportArguments.MISSING);
            }
            if (Files.isDirectory(file)) {
                return new Refused(ImportArguments.DIRECTORY);
            }
            if (Files.isRegularFile(file) && Files.size(file) > Decoder.LARGEST) {
                return new Refused(Decoder.tooLarge(Files.size(file)));
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return new Bytes(stream.readNBytes(Decoder.LARGEST + 1));
            }
        } catch (IOException e) {
            return new Refused(ImportArguments.UNREADABLE);
        }
    }
}
