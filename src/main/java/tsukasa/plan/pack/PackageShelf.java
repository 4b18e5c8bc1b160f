package tsukasa.plan.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tsukasa.plan.PackageProblem;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// The packages of the platform and those of the agency's folder; the agency's take the place of ours.
@Component
final class PackageShelf implements PlanShelf {
    private static final Logger LOG = LoggerFactory.getLogger(PackageShelf.class);
    private static final String BUNDLED = "classpath*:plans/*/plan.yaml";

    private final Path folder;
    private volatile Optional<Contents> contents = Optional.empty();

    private record Contents(List<Plan> plans, List<PackageReading.Rejected> rejected) {}

    PackageShelf(@Value("${tsukasa.plans-dir:${tsukasa.data-dir:var}/plans.d}") Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Plan> plans() {
        return contents().plans();
    }

    @Override
    public Optional<Plan> plan(String id) {
        return plans().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    @Override
    public List<PackageReading.Rejected> rejected() {
        return contents().rejected();
    }

    @Override
    public synchronized void refresh() {
        contents = Optional.of(load());
    }

    /// Reads in the background once the pages are up, so that neither the start nor the first reader waits.
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread.ofVirtual().name("plan-packages").start(this::contents);
    }

    private Contents contents() {
        return contents.orElseGet(this::loadOnce);
    }

    private synchronized Contents loadOnce() {
        if (contents.isEmpty()) {
            contents = Optional.of(load());
        }
        return contents.get();
    }

    private Contents load() {
        Map<String, Plan> plans = new LinkedHashMap<>();
        List<PackageReading.Rejected> rejected = new ArrayList<>();
        for (PackageFiles files : own()) {
            read(files, rejected).ifPresent(plan -> {
                if (plans.putIfAbsent(plan.id(), plan) != null) {
                    rejected.add(taken(files, plan.id()));
                }
            });
        }
        for (PackageFiles files : bundled()) {
            read(files, rejected).ifPresent(plan -> plans.putIfAbsent(plan.id(), plan));
        }
        rejected.forEach(PackageShelf::warn);
        List<Plan> sorted = plans.values().stream()
                .sorted(Comparator.comparing(Plan::year).reversed().thenComparing(Plan::id))
                .toList();
        return new Contents(sorted, List.copyOf(rejected));
    }

    private static Optional<Plan> read(PackageFiles files, List<PackageReading.Rejected> rejected) {
        return switch (PlanReader.read(files)) {
            case PackageReading.Accepted(Plan plan) -> Optional.of(plan);
            case PackageReading.Rejected refusal -> {
                rejected.add(refusal);
                yield Optional.empty();
            }
        };
    }

    private static PackageReading.Rejected taken(PackageFiles files, String id) {
        return new PackageReading.Rejected(
                files.source(),
                List.of(new PackageProblem(
                        "plan.yaml",
                        0,
                        0,
                        "another package in the same folder has the id " + Problems.quote(id),
                        "change the id of one of them")));
    }

    private static void warn(PackageReading.Rejected refusal) {
        LOG.warn("The plan package {} is left out:", refusal.source());
        refusal.problems().forEach(problem -> LOG.warn("  {}", problem));
    }

    private List<PackageFiles> own() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> Files.exists(path.resolve("plan.yaml")))
                    .sorted()
                    .<PackageFiles>map(PackageFiles.Folder::new)
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("The folder of plan packages {} cannot be read; allow this user to read it.", folder);
            return List.of();
        }
    }

    private static List<PackageFiles> bundled() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(BUNDLED))
                    .<PackageFiles>map(plan -> new PackageFiles.Bundled(name(plan), plan))
                    .sorted(Comparator.comparing(PackageFiles::source))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the packages of the platform cannot be read", unreadable);
        }
    }

    /// `plans/fy2021`.
    private static String name(Resource plan) {
        String[] steps = plan.getDescription().split("/");
        return "plans/" + steps[Math.max(0, steps.length - 2)];
    }
}
