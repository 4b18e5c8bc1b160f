package tsukasa.plan.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanDrafts;
import tsukasa.plan.PlanPackages;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.importing.ReadingOutcome.Conflict;
import tsukasa.plan.importing.ReadingOutcome.Done;
import tsukasa.plan.importing.ReadingOutcome.Refused;

/// Makes a plan of a reading: by a second person, checked as every package is, and on the shelf at once.
@Service
class AcceptanceDesk {
    private static final Action ACCEPTED = Action.of("plan.accepted", "計画を確定", "Plan accepted");
    private final ReadingStore store;
    private final PlanDrafts drafts;
    private final PlanPackages packages;
    private final PlanShelf shelf;
    private final PackageFolder folder;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Clock clock;

    AcceptanceDesk(
            ReadingStore store,
            PlanDrafts drafts,
            PlanPackages packages,
            PlanShelf shelf,
            PackageFolder folder,
            TransactionTemplate transaction,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.packages = packages;
        this.shelf = shelf;
        this.folder = folder;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions acceptanceActions() {
        return KnownActions.of(ACCEPTED);
    }

    /// Why this person may not accept it now; empty when they may.
    Optional<Text> hindrance(OpenReading reading, Visitor by) {
        if (reading.stored().acceptance().isPresent()) {
            return Optional.of(Text.of("確定しています。", "It is accepted."));
        }
        if (reading.stored().uploadedBy().equals(by.id())) {
            return Optional.of(Text.of(
                    "自分で取り込んだものは、自分では確定できません。ほかの計画担当に頼んでください。",
                    "You imported it yourself. Ask another planner to accept it."));
        }
        if (reading.events().stream().anyMatch(e -> e.by().equals(by.id()))) {
            return Optional.of(Text.of(
                    "自分で訂正したものは、自分では確定できません。ほかの計画担当に頼んでください。",
                    "You corrected it yourself. Ask another planner to accept it."));
        }
        return reading.year().isEmpty()
                ? Optional.of(Text.of(
                        "計画の年度が分かりません。年度を入れてから確定してください。", "The fiscal year is not known. Enter it before accepting."))
                : Optional.empty();
    }

    Map<String, String> files(OpenReading reading, FiscalYear year) {
        return drafts.files(reading.read(), year, shelf.plan(year.slug()));
    }

    byte[] zip(OpenReading reading, FiscalYear year) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files(reading, year).entrySet()) {
                zip.putNextEntry(new ZipEntry(year.slug() + "/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @param despite the person knows of the doubts and wrong figures that are left
    ReadingOutcome accept(OpenReading reading, int version, boolean despite, Visitor by) {
        if (version != reading.stored().version()) {
            return new Conflict();
        }
        Optional<Text> hindrance = hindrance(reading, by);
        if (hindrance.isPresent()) {
            return new Refused("", hindrance.get());
        }
        boolean clean = reading.openDoubts().isEmpty() && reading.wrong().isEmpty();
        if (!clean && !despite) {
            return new Refused(
                    "despite",
                    Text.of(
                            "残っている要確認の箇所を承知のうえで確定するなら、チェックを入れてください。",
                            "Tick the box if you accept it knowing what is left to be checked."));
        }
        Path draft = folder.arriving(files(reading, reading.year().orElseThrow()));
        try {
            return switch (packages.read(draft)) {
                case PackageReading.Rejected rejected -> new ReadingOutcome.Unfit(rejected.problems());
                case PackageReading.Accepted(Plan plan) -> settle(reading, version, plan, draft, by);
            };
        } finally {
            folder.drop(draft);
        }
    }

    /// The row first: whoever loses the race moves no folder. A folder that cannot be moved takes the row back.
    private synchronized ReadingOutcome settle(OpenReading reading, int version, Plan plan, Path draft, Visitor by) {
        Instant now = clock.instant();
        Boolean done = transaction.execute(status -> {
            boolean accepted = store.accept(reading.stored().number(), version, plan.id(), plan.digest(), by, now);
            if (accepted) {
                trail.record(Deed.did(
                                ACCEPTED,
                                Thing.of("plan", plan.id(), reading.stored().name()))
                        .by(Actor.of(by))
                        .with("reading", reading.stored().id())
                        .with("digest", plan.digest()));
                folder.settle(draft, plan.id(), now);
            }
            return accepted;
        });
        if (!Boolean.TRUE.equals(done)) {
            return new Conflict();
        }
        shelf.refresh();
        return new Done(reading.stored().id());
    }
}
