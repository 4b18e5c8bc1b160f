package tsukasa.plan.indicator;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.chart.PrefectureMap;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.DimensionCount;
import tsukasa.plan.Threshold;
import tsukasa.plan.indicator.IndicatorPage.Part;
import tsukasa.plan.indicator.IndicatorPage.Parts;

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
    ///
    /// @param shares the map shows each part's share instead of its count
    static @Nullable Parts parts(
            Frame frame, Threshold threshold, List<DimensionCount> counts, boolean all, boolean shares) {
        if (counts.stream().allMatch(count -> count.dimension().isEmpty())) {
            return null;
        }
        return new PartsDesk(frame, threshold, counts).parts(all, shares);
    }

    private Parts parts(boolean all, boolean shares) {
        boolean map = counts.stream()
                .allMatch(count -> count.dimension().flatMap(Prefecture::ofCode).isPresent());
        List<Part> parts = counts.stream()
                .limit(all ? counts.size() : SHOWN)
                .map(this::part)
                .toList();
        return new Parts(
                map ? frame.say("都道府県の内訳", "By prefecture") : frame.say("内訳", "By category"),
                map ? map(shares) : null,
                List.of(
                        new Tab(frame.say("数", "Count"), frame.withoutParameter("map") + "#parts", !shares),
                        new Tab(frame.say("割合", "Share"), frame.withParameter("map", "share") + "#parts", shares)),
                parts,
                counts.size() - parts.size(),
                frame.withParameter("parts", "all") + "#parts");
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

    /// In scope is what was counted anywhere; a target for some prefectures counts in no other.
    private PrefectureMap map(boolean shares) {
        Map<Prefecture, Double> values = new EnumMap<>(Prefecture.class);
        Map<Prefecture, String> addresses = new EnumMap<>(Prefecture.class);
        for (DimensionCount count : counts) {
            Prefecture prefecture =
                    count.dimension().flatMap(Prefecture::ofCode).orElseThrow();
            values.put(
                    prefecture,
                    shares ? percent(count.amount()) : count.amount().doubleValue());
            addresses.put(prefecture, part(count).address());
        }
        Set<Prefecture> scope = values.keySet().stream().noneMatch(Prefecture::metropolitan)
                ? Prefecture.outsideMetropolitanAreas()
                : EnumSet.allOf(Prefecture.class);
        String unit = shares
                ? frame.say("割合（%）", "Share (%)")
                : frame.say(threshold.unit().title());
        return PrefectureMap.of(
                        frame.language(),
                        frame.say("都道府県別の内訳。同じ内容の表があります。", "By prefecture; the table says the same."),
                        unit,
                        values)
                .scope(scope)
                .addresses(addresses)
                .suffix(shares ? "%" : "");
    }

    private double percent(BigInteger amount) {
        return total.signum() == 0 ? 0 : new Fraction(amount, total).approximate() * 100;
    }
}
