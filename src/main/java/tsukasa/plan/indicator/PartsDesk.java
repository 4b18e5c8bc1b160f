package tsukasa.plan.indicator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.DimensionCount;
import tsukasa.plan.Threshold;
import tsukasa.plan.indicator.IndicatorPage.Part;
import tsukasa.plan.indicator.IndicatorPage.Parts;
import tsukasa.plan.indicator.IndicatorPage.Tile;

/// Breaks a number down by its dimension; by prefecture also as a map.
final class PartsDesk {
    private static final int SHOWN = 10;
    private final Frame frame;
    private final Threshold threshold;
    private final List<DimensionCount> counts;
    private final BigInteger total;

    private PartsDesk(Frame frame, Threshold threshold, List<DimensionCount> counts) {
        this.frame = frame;
        this.threshold = threshold;
        this.counts = counts;
        this.total = counts.stream().map(DimensionCount::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// Null where nothing names a dimension.
    static @Nullable Parts parts(Frame frame, Threshold threshold, List<DimensionCount> counts, boolean all) {
        if (counts.stream().allMatch(count -> count.dimension().isEmpty())) {
            return null;
        }
        return new PartsDesk(frame, threshold, counts).parts(all);
    }

    private Parts parts(boolean all) {
        boolean map = counts.stream()
                .allMatch(count -> count.dimension().flatMap(Prefecture::ofCode).isPresent());
        List<Part> parts = counts.stream()
                .limit(all ? counts.size() : SHOWN)
                .map(this::part)
                .toList();
        return new Parts(
                map ? frame.say("都道府県の内訳", "By prefecture") : frame.say("内訳", "By category"),
                map,
                parts,
                map ? tiles() : List.of(),
                counts.size() - parts.size());
    }

    /// The name people know: a prefecture's for its code.
    static String name(Frame frame, @Nullable String dimension) {
        if (dimension == null) {
            return frame.say("区分なし", "None");
        }
        return Prefecture.ofCode(dimension)
                .map(prefecture -> frame.say(prefecture.shortTitle()))
                .orElse(dimension);
    }

    private Part part(DimensionCount count) {
        BigInteger change = count.amount().subtract(count.before());
        return new Part(
                name(frame, count.dimension().orElse(null)),
                threshold.unit().ratio()
                        ? share(count.amount(), count.denominator())
                        : frame.writing().number(count.amount().longValueExact()),
                share(count.amount(), total),
                change.signum() < 0
                        ? frame.writing().number(change.longValueExact())
                        : "+" + frame.writing().number(change.longValueExact()),
                count.dimension()
                        .map(dimension -> frame.withParameter("dimension", dimension) + "#rows")
                        .orElse("#rows"));
    }

    private String share(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? "—" : frame.writing().percent(new Fraction(part, whole));
    }

    private List<Tile> tiles() {
        Map<Prefecture, DimensionCount> found = counts.stream()
                .filter(count -> count.dimension().flatMap(Prefecture::ofCode).isPresent())
                .collect(Collectors.toMap(
                        count -> count.dimension().flatMap(Prefecture::ofCode).orElseThrow(), count -> count));
        List<BigInteger> bounds = bounds(found.values().stream()
                .map(DimensionCount::amount)
                .sorted(Comparator.naturalOrder())
                .toList());
        return Arrays.stream(Prefecture.values())
                .map(prefecture -> tile(prefecture, Optional.ofNullable(found.get(prefecture)), bounds))
                .toList();
    }

    /// Five classes of about as many prefectures each.
    private static List<BigInteger> bounds(List<BigInteger> sorted) {
        List<BigInteger> bounds = new ArrayList<>();
        for (int fifth = 1; fifth < 5; fifth++) {
            bounds.add(sorted.get(Math.min(sorted.size() - 1, sorted.size() * fifth / 5)));
        }
        return bounds;
    }

    private Tile tile(Prefecture prefecture, Optional<DimensionCount> count, List<BigInteger> bounds) {
        TileMap.Place place = TileMap.of(prefecture);
        String name = frame.japanese()
                ? prefecture.shortTitle().ja()
                : prefecture
                        .title()
                        .en()
                        .substring(0, Math.min(6, prefecture.title().en().length()));
        if (count.isEmpty()) {
            return new Tile(place.column(), place.row(), name, "", "", -1, null);
        }
        int shade = (int) bounds.stream()
                .filter(bound -> count.get().amount().compareTo(bound) >= 0)
                .count();
        Part part = part(count.get());
        return new Tile(place.column(), place.row(), name, part.value(), part.share(), shade, part.address());
    }
}
