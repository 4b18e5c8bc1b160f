package tsukasa.bench.measuring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people have, as far as records of the last years tell: a product is the more common the more entries speak of
/// it, and people have one of the versions that were named last, be it the one with the fix. The most common product is
/// in about each tenth list (Zipf's law with forty added to the rank); among thousands of products there are many that
/// hardly anybody has.
final class Having {
    private static final Pattern NAME =
            Pattern.compile("\"cpe23Uri\" ?: ?\"(cpe:2\\.3:[aoh]:[^:\"]+:[^:\"]+):([^:\"]+):");
    private static final Pattern BOUND =
            Pattern.compile("\"versionEnd(?:In|Ex)cluding\" ?: ?\"([A-Za-z0-9][A-Za-z0-9._-]*)\"");
    private static final int VERSIONS = 8;
    private static final int ADDED = 40;
    private static final String OPEN = ":*:*:*:*:*:*:*";

    private static final class Told {
        private int entries;
        private final Set<String> versions = new LinkedHashSet<>();
    }

    private final Map<String, Told> products = new LinkedHashMap<>();
    private final Set<String> ofThisEntry = new HashSet<>();
    private String last = "";

    /// A line of a file of NVD, the newest file first.
    void read(String line) {
        if (line.contains("CVE_data_meta")) {
            ofThisEntry.clear();
        } else if (line.contains("\"cpe23Uri\"")) {
            Matcher found = NAME.matcher(line);
            if (found.find()) {
                last = found.group(1);
                Told told = products.computeIfAbsent(last, _ -> new Told());
                told.entries += ofThisEntry.add(last) ? 1 : 0;
                version(told, found.group(2));
            }
        } else if (line.contains("\"versionEnd")) {
            Matcher bound = BOUND.matcher(line);
            Told told = products.get(last);
            if (bound.find() && told != null) {
                version(told, bound.group(1));
            }
        }
    }

    private static void version(Told told, String version) {
        if (told.versions.size() < VERSIONS && !version.equals("*") && !version.equals("-")) {
            told.versions.add(version);
        }
    }

    private List<Map.Entry<String, Told>> ranked() {
        return products.entrySet().stream()
                .filter(each -> !each.getValue().versions.isEmpty())
                .sorted(Comparator.comparing((Map.Entry<String, Told> each) -> each.getValue().entries)
                        .reversed())
                .toList();
    }

    /// Drawn over and over: what is common comes often.
    List<String> names(int howMany) {
        List<Map.Entry<String, Told>> ranked = ranked();
        double[] sums = new double[ranked.size()];
        double sum = 0;
        for (int rank = 0; rank < sums.length; rank++) {
            sum += 1.0 / (rank + 1 + ADDED);
            sums[rank] = sum;
        }
        SplittableRandom chance = new SplittableRandom(2024);
        List<String> names = new ArrayList<>(howMany);
        while (names.size() < howMany && sum > 0) {
            int at = Arrays.binarySearch(sums, chance.nextDouble(sum));
            Map.Entry<String, Told> product = ranked.get(at < 0 ? -at - 1 : at);
            List<String> versions = List.copyOf(product.getValue().versions);
            names.add(product.getKey() + ":" + versions.get(chance.nextInt(versions.size())) + OPEN);
        }
        return names;
    }

    /// Those that most is said of, without a version.
    List<String> products(int howMany) {
        return ranked().stream()
                .limit(howMany)
                .map(each -> each.getKey() + ":*" + OPEN)
                .toList();
    }
}
