package tsukasa.plan.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tsukasa.plan.PackageProblem;

/// Collects every fault of one package, so that its author sees them all at once.
final class Problems {
    /// A file of another kind altogether would otherwise be reported line by line.
    private static final int MOST = 200;

    private final List<PackageProblem> found = new ArrayList<>();
    private int unlisted;

    void add(Spot spot, String what, String remedy) {
        if (found.size() < MOST) {
            found.add(new PackageProblem(spot.file(), spot.line(), spot.column(), what, remedy));
        } else {
            unlisted++;
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /// By file and line, files in the order in which they were first complained about.
    List<PackageProblem> list() {
        List<String> files = found.stream().map(PackageProblem::file).distinct().toList();
        List<PackageProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<PackageProblem>comparingInt(p -> files.indexOf(p.file()))
                .thenComparingInt(PackageProblem::line)
                .thenComparingInt(PackageProblem::column));
        if (unlisted > 0) {
            sorted.add(new PackageProblem(
                    "plan.yaml", 0, 0, "there are " + unlisted + " more problems", "mend these first, then try again"));
        }
        return sorted;
    }

    /// What the author wrote, short enough for a message and without characters that would garble it.
    static String quote(String written) {
        String plain = written.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return "«" + (plain.length() > 60 ? plain.substring(0, 60) + "…" : plain) + "»";
    }
}
