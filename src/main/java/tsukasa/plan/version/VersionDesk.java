package tsukasa.plan.version;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.round.Round;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanPackages;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersion;
import tsukasa.plan.PlanVersion.Kind;
import tsukasa.plan.PlanVersions;

/// Keeps every state of every plan. What lies on the shelf and is not kept yet, because it came with the platform or
/// was laid into the folder by hand, is kept when it is first met.
@Service
class VersionDesk implements PlanVersions {
    private final VersionStore store;
    private final PlanPackages packages;
    private final PlanShelf shelf;
    private final PackageFolder folder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VersionDesk(
            VersionStore store,
            PlanPackages packages,
            PlanShelf shelf,
            PackageFolder folder,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.packages = packages;
        this.shelf = shelf;
        this.folder = folder;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static Round keepingVersions(VersionDesk desk) {
        return Round.every(Duration.ofSeconds(30), "plan-versions", goesOn -> desk.look())
                .fromTheStart();
    }

    void look() {
        shelf.plans().forEach(this::keep);
        bringNews();
    }

    /// The version in force, kept now if it was not.
    ///
    /// A package that is an older version is what another node has changed meanwhile: the newest is brought.
    /// One that is no version at all was laid there by hand, or came with the platform.
    private synchronized PlanVersion keep(Plan plan) {
        Optional<PlanVersion> newest = store.newest(plan.id());
        if (newest.isPresent() && newest.get().digest().equals(plan.digest())) {
            return newest.get();
        }
        Map<String, String> files = packages.files(plan);
        for (PlanVersion known : store.of(plan.id())) {
            boolean same = known.digest().equals(plan.digest())
                    || store.files(known.plan(), known.number()).equals(files);
            if (same && known.number() < newest.orElseThrow().number()) {
                bring(newest.get());
            }
            if (same) {
                return newest.get();
            }
        }
        PlanVersion version = new PlanVersion(
                plan.id(),
                newest.map(PlanVersion::number).orElse(0) + 1,
                newest.isPresent() ? Kind.REPLACED : Kind.ORIGINAL,
                plan.digest(),
                "",
                "",
                "",
                clock.instant());
        transaction.execute(status -> store.add(version, null, files));
        return store.newest(plan.id()).orElse(version);
    }

    /// Puts a version on this node's shelf.
    private void bring(PlanVersion version) {
        Path draft = folder.arriving(store.files(version.plan(), version.number()));
        try {
            if (packages.read(draft) instanceof PackageReading.Accepted) {
                folder.settle(draft, version.plan(), clock.instant());
                shelf.refresh();
            }
        } finally {
            folder.drop(draft);
        }
    }

    /// Brings what another node has adopted since the last look, also plans that this one has never seen.
    private void bringNews() {
        for (PlanVersion newest : store.newestOfAll()) {
            Optional<Plan> here = shelf.plan(newest.plan());
            if (here.isPresent()) {
                keep(here.get());
            } else if (!newest.decidedBy().isEmpty()) {
                bring(newest);
            }
        }
    }

    @Override
    public List<PlanVersion> of(String plan) {
        shelf.plan(plan).ifPresent(this::keep);
        return store.of(plan);
    }

    @Override
    public Optional<PlanVersion> newest(String plan) {
        return shelf.plan(plan).map(this::keep);
    }

    @Override
    public Optional<Plan> plan(String plan, int number) {
        Map<String, String> files = store.files(plan, number);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return switch (packages.read(plan + ", version " + number, files)) {
            case PackageReading.Accepted(Plan found) -> Optional.of(found);
            case PackageReading.Rejected refusal ->
                throw new IllegalStateException("a version that was kept cannot be read: " + refusal.source() + " "
                        + refusal.problems().getFirst());
        };
    }

    @Override
    public List<ClauseTrace> traces(String plan, int number) {
        return store.traces(plan, number);
    }

    @Override
    public List<ClauseTrace> origins(String plan, Place place) {
        return store.origins(plan, place);
    }

    @Override
    public List<ClauseTrace> afterwards(String plan, Place from) {
        return store.afterwards(plan, from);
    }

    @Override
    public Adoption adopt(Adopting adopting, Predicate<PlanVersion> claim) {
        return switch (packages.read("the package to be adopted", adopting.files())) {
            case PackageReading.Rejected rejected -> new Adoption.Unfit(rejected.problems());
            case PackageReading.Accepted(Plan plan) -> settle(adopting, claim, packages.files(plan));
        };
    }

    /// What is kept and what lies in the folder are the same texts, so that every node has the same digest.
    private synchronized Adoption settle(Adopting adopting, Predicate<PlanVersion> claim, Map<String, String> files) {
        Path draft = folder.arriving(files);
        try {
            if (!(packages.read(draft) instanceof PackageReading.Accepted(Plan plan))) {
                throw new IllegalStateException("a package that was written cannot be read: " + draft);
            }
            Optional<Plan> before = shelf.plan(plan.id());
            before.ifPresent(this::keep);
            Optional<PlanVersion> newest = store.newest(plan.id());
            if (newest.isPresent() && adopting.reason().isBlank()) {
                return new Adoption.Overtaken();
            }
            PlanVersion version = new PlanVersion(
                    plan.id(),
                    newest.map(PlanVersion::number).orElse(0) + 1,
                    newest.isPresent() ? Kind.AMENDED : Kind.ORIGINAL,
                    plan.digest(),
                    adopting.reason(),
                    adopting.preparedBy(),
                    adopting.by().displayName(),
                    clock.instant());
            return written(adopting, claim, version, files, draft);
        } finally {
            folder.drop(draft);
        }
    }

    /// The rows first: whoever loses the race moves no folder. What is not committed is moved back.
    private Adoption written(
            Adopting adopting,
            Predicate<PlanVersion> claim,
            PlanVersion version,
            Map<String, String> files,
            Path draft) {
        @Nullable
        Boolean done = transaction.execute(status -> {
            boolean claimed = claim.test(version) && store.add(version, adopting.by(), files);
            if (claimed) {
                store.trace(version, adopting.traces());
                Runnable back = folder.settle(draft, version.plan(), version.at());
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int outcome) {
                        if (outcome != STATUS_COMMITTED) {
                            back.run();
                        }
                    }
                });
            } else {
                status.setRollbackOnly();
            }
            return claimed;
        });
        if (!Boolean.TRUE.equals(done)) {
            return new Adoption.Overtaken();
        }
        shelf.refresh();
        return new Adoption.Adopted(version);
    }
}
