package tsukasa.plan.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;
import tsukasa.plan.PlanReader;
import tsukasa.plan.ReadingCorrection;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.ReadingSummary;
import tsukasa.plan.Readings;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.importing.ReadingOutcome.Conflict;
import tsukasa.plan.importing.ReadingOutcome.Done;
import tsukasa.plan.importing.ReadingOutcome.Known;
import tsukasa.plan.importing.ReadingOutcome.Refused;

/// Takes texts in, opens what was read from them, and keeps what people put right.
@Service
class ReadingDesk {
    private static final int OPEN_AT_ONCE = 8;
    private static final int LONGEST_TITLE = 60;
    private final PlanReader reader;
    private final Readings readings;
    private final TableAuditor auditor;
    private final ReadingStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, OpenReading> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpenReading> eldest) {
            return size() > OPEN_AT_ONCE;
        }
    };

    ReadingDesk(
            PlanReader reader,
            Readings readings,
            TableAuditor auditor,
            ReadingStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.reader = reader;
        this.readings = readings;
        this.auditor = auditor;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    ReadingOutcome take(byte[] text, String name, Optional<String> style, Visitor by) {
        String sha256 = sha256(text);
        Optional<String> known = store.same(sha256, style);
        if (known.isPresent()) {
            return new Known(known.get());
        }
        return switch (reader.read(text, style)) {
            case ReadingResult.Refused(Text reason, int line) -> new Refused("file", at(line, reason));
            case ReadingResult.Read read ->
                store.add(arrival(text, sha256, name, style, read), by, clock.instant())
                        .<ReadingOutcome>map(Done::new)
                        .orElseGet(() -> new Known(store.same(sha256, style).orElseThrow()));
        };
    }

    private static Text at(int line, Text reason) {
        return line == 0 ? reason : Text.of(line + "行目: " + reason.ja(), "Line " + line + ": " + reason.en());
    }

    private ReadingStore.Arrival arrival(
            byte[] text, String sha256, String name, Optional<String> style, ReadingResult.Read read) {
        ReadingSummary summary = ReadingSummary.of(read, auditor.check(read.tables()));
        return new ReadingStore.Arrival(
                name,
                sha256,
                text,
                style,
                title(text),
                readings.year(read.document()).map(FiscalYear::year),
                summary.items(),
                summary.indicators(),
                (int) summary.cells(),
                summary.wrong().size(),
                read.doubts().size());
    }

    private String title(byte[] text) {
        String words = reader.lines(text).stream()
                .map(line -> line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s\u3000]+", " ")
                        .strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("―");
        return words.length() > LONGEST_TITLE ? words.substring(0, LONGEST_TITLE) + "…" : words;
    }

    Optional<OpenReading> open(String id) {
        return store.find(id).map(stored -> open(stored, stored.version()));
    }

    /// As it was when it had so many corrections.
    OpenReading open(StoredReading stored, int version) {
        String key = stored.id() + ":" + version + ":" + stored.acceptance().isPresent();
        synchronized (open) {
            OpenReading known = open.get(key);
            if (known != null) {
                return known;
            }
        }
        OpenReading opened = read(stored, version);
        synchronized (open) {
            open.put(key, opened);
        }
        return opened;
    }

    private OpenReading read(StoredReading stored, int version) {
        byte[] text = store.content(stored.number());
        List<StoredCorrection> events = store.corrections(stored.number()).stream()
                .filter(e -> e.sequence() <= version)
                .toList();
        List<ReadingCorrection> corrections = OpenReading.inForce(events).stream()
                .flatMap(e -> e.correction().stream())
                .toList();
        ReadingResult.Read plain = switch (reader.read(text, stored.style())) {
            case ReadingResult.Read read -> read;
            case ReadingResult.Refused refused ->
                throw new IllegalStateException(stored.id() + " cannot be read any more: "
                        + refused.reason().en());
        };
        Readings.Corrected corrected = readings.correct(plain, corrections);
        Optional<FiscalYear> dated = corrections.stream()
                .filter(ReadingCorrection.Dated.class::isInstance)
                .map(c -> new FiscalYear(((ReadingCorrection.Dated) c).year()))
                .reduce((earlier, later) -> later);
        return new OpenReading(
                stored,
                reader.lines(text),
                corrected.read(),
                events,
                corrected.unapplied(),
                auditor.check(corrected.read().tables()),
                auditor.suspects(corrected.read().tables()),
                dated.or(() -> readings.year(plain.document())));
    }

    byte[] text(StoredReading stored) {
        return store.content(stored.number());
    }

    /// @param version what the person had before them
    ReadingOutcome correct(OpenReading before, int version, List<ReadingCorrection> wanted, Visitor by) {
        if (version != before.stored().version()) {
            return new Conflict();
        }
        if (before.stored().acceptance().isPresent()) {
            return accepted();
        }
        List<ReadingCorrection> all = new ArrayList<>(OpenReading.inForce(before.events()).stream()
                .flatMap(e -> e.correction().stream())
                .toList());
        all.addAll(wanted);
        if (readings.correct(plain(before), all).unapplied().size()
                > before.unapplied().size()) {
            return new Refused(
                    "",
                    Text.of(
                            "この訂正は当てはまりません。位置が既にあるか、上の段がありません。",
                            "This correction does not apply: the place is taken, or the one above it does not exist."));
        }
        Boolean kept = transaction.execute(status -> {
            boolean whole = keep(before, version, wanted, by);
            if (!whole) {
                status.setRollbackOnly();
            }
            return whole;
        });
        return Boolean.TRUE.equals(kept) ? new Done(before.stored().id()) : new Conflict();
    }

    private boolean keep(OpenReading before, int version, List<ReadingCorrection> wanted, Visitor by) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!store.correct(
                    before.stored().number(),
                    version + 1 + i,
                    CorrectionText.of(wanted.get(i)),
                    Optional.empty(),
                    by,
                    clock.instant())) {
                return false;
            }
        }
        return true;
    }

    private ReadingResult.Read plain(OpenReading reading) {
        return switch (reader.read(text(reading.stored()), reading.stored().style())) {
            case ReadingResult.Read read -> read;
            case ReadingResult.Refused refused -> reading.read();
        };
    }

    /// Takes back the last correction that is in force.
    ReadingOutcome undo(OpenReading before, int version, Visitor by) {
        if (version != before.stored().version()) {
            return new Conflict();
        }
        if (before.stored().acceptance().isPresent()) {
            return accepted();
        }
        Optional<StoredCorrection> last = before.last();
        if (last.isEmpty()) {
            return new Refused("", Text.of("取り消す訂正がありません。", "There is no correction to undo."));
        }
        return store.correct(
                        before.stored().number(),
                        version + 1,
                        new CorrectionText("undo", "", null, "", ""),
                        Optional.of(last.get().sequence()),
                        by,
                        clock.instant())
                ? new Done(before.stored().id())
                : new Conflict();
    }

    private static Refused accepted() {
        return new Refused(
                "",
                Text.of(
                        "確定した読取りは変えられません。新しい版の本文を取り込んでください。",
                        "An accepted reading cannot be changed. Import the text of the new version."));
    }

    private static String sha256(byte[] text) {
        return Sha256.hex(text);
    }
}
