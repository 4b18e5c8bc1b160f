package tsukasa.plan.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersion;
import tsukasa.plan.PlanVersions;
import tsukasa.plan.Readings;
import tsukasa.plan.importing.ReadingOutcome.Conflict;
import tsukasa.plan.importing.ReadingOutcome.Done;
import tsukasa.plan.importing.ReadingOutcome.Refused;

/// Makes a plan of a reading: by a second person, checked as every package is, and on the shelf at once.
@Service
class AcceptanceDesk {
    private static final Action ACCEPTED = Action.of("plan.accepted", "計画を確定", "Plan accepted");
    private static final int LONGEST_REASON = 2_000;
    private final ReadingStore store;
    private final Readings readings;
    private final PlanVersions versions;
    private final PlanShelf shelf;
    private final AuditTrail trail;

    AcceptanceDesk(ReadingStore store, Readings readings, PlanVersions versions, PlanShelf shelf, AuditTrail trail) {
        this.store = store;
        this.readings = readings;
        this.versions = versions;
        this.shelf = shelf;
        this.trail = trail;
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
        return readings.files(reading.read(), year, shelf.plan(year.slug()));
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
    /// @param reason  why the plan in force is changed; not asked for where there is none of this year
    ReadingOutcome accept(OpenReading reading, int version, boolean despite, String reason, Visitor by) {
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
        FiscalYear year = reading.year().orElseThrow();
        if (reason.length() > LONGEST_REASON || shelf.plan(year.slug()).isPresent() && reason.isBlank()) {
            return new Refused(
                    "reason",
                    Text.of(
                            "いまの計画を変える理由を、2,000字以内で書いてください。版の一覧に公開されます。",
                            "Say in at most 2,000 characters why the plan in force is changed. The list of versions shows it to all."));
        }
        return settle(reading, version, year, reason, by);
    }

    private ReadingOutcome settle(OpenReading reading, int version, FiscalYear year, String reason, Visitor by) {
        var adopting = new PlanVersions.Adopting(
                files(reading, year), reason, List.of(), reading.stored().uploadedByName(), by);
        return switch (versions.adopt(adopting, becoming -> claim(reading, version, becoming, by))) {
            case PlanVersions.Adoption.Adopted adopted ->
                new Done(reading.stored().id());
            case PlanVersions.Adoption.Unfit(var problems) -> new ReadingOutcome.Unfit(problems);
            case PlanVersions.Adoption.Overtaken overtaken -> new Conflict();
        };
    }

    private boolean claim(OpenReading reading, int version, PlanVersion becoming, Visitor by) {
        boolean accepted =
                store.accept(reading.stored().number(), version, becoming.plan(), becoming.digest(), by, becoming.at());
        if (accepted) {
            trail.record(Deed.did(
                            ACCEPTED,
                            Thing.of("plan", becoming.plan(), reading.stored().name()))
                    .by(Actor.of(by))
                    .with("reading", reading.stored().id())
                    .with("digest", becoming.digest()));
        }
        return accepted;
    }
}
