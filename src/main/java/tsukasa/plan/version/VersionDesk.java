package tsukasa.plan.version;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
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
    private static final Logger LOG = LoggerFactory.getLogger(VersionDesk.class);
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

    /// In the background: nobody waits for it at the start.
    @EventListener(ApplicationReadyEvent.class)
    void keepTheShelf() {
        Thread.ofVirtual().name("plan-versions").start(() -> {
            try {
                shelf.plans().forEach(this::keep);
            } catch (RuntimeException unwell) {
                LOG.warn(
                        "The versions of the plans on the shelf are not kept yet; the next look at them keeps them.",
                        unwell);
            }
        });
    }

    /// The version in force, kept now if it was not. Before anything is taken for replaced by hand, the folder is read
    /// again: another node may have changed the plan.
    private PlanVersion keep(Plan plan) {
        Optional<PlanVersion> newest = store.newest(plan.id());
        if (newest.isPresent() && !newest.get().digest().equals(plan.digest())) {
            shelf.refresh();
            Plan now = shelf.plan(plan.id()).orElse(plan);
            return newest.get().digest().equals(now.digest()) ? newest.get() : compared(now, newest);
        }
        return newest.isPresent() ? newest.get() : compared(plan, newest);
    }

    private PlanVersion compared(Plan plan, Optional<PlanVersion> newest) {
        Map<String, String> files = packages.files(plan);
        if (newest.isPresent() && store.files(plan.id(), newest.get().number()).equals(files)) {
            return newest.get();
        }
        int number = newest.map(PlanVersion::number).orElse(0) + 1;
        PlanVersion version = new PlanVersion(
                plan.id(),
                number,
                newest.isPresent() ? Kind.REPLACED : Kind.ORIGINAL,
                plan.digest(),
                "",
                "",
                "",
                clock.instant());
        transaction.execute(status -> store.add(version, null, files));
        return store.newest(plan.id()).orElse(version);
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
        Path draft = folder.arriving(adopting.files());
        try {
            return switch (packages.read(draft)) {
                case PackageReading.Rejected rejected -> new Adoption.Unfit(rejected.problems());
                case PackageReading.Accepted(Plan plan) -> settle(adopting, claim, plan, draft);
            };
        } finally {
            folder.drop(draft);
        }
    }

    /// The rows first: whoever loses the race moves no folder. A folder that cannot be moved takes the rows back.
    private synchronized Adoption settle(Adopting adopting, Predicate<PlanVersion> claim, Plan plan, Path draft) {
        Optional<Plan> before = shelf.plan(plan.id());
        int number = before.map(this::keep).map(PlanVersion::number).orElse(0) + 1;
        if (before.isPresent() && adopting.reason().isBlank()) {
            throw new IllegalArgumentException("a plan in force is not changed without a reason: " + plan.id());
        }
        PlanVersion version = new PlanVersion(
                plan.id(),
                number,
                before.isPresent() ? Kind.AMENDED : Kind.ORIGINAL,
                plan.digest(),
                adopting.reason(),
                adopting.preparedBy(),
                adopting.by().displayName(),
                clock.instant());
        @Nullable
        Boolean done = transaction.execute(status -> {
            boolean claimed = claim.test(version) && store.add(version, adopting.by(), packages.files(plan));
            if (claimed) {
                store.trace(version, adopting.traces());
                folder.settle(draft, plan.id(), version.at());
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
