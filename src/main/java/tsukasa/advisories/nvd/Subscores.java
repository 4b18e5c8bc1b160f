package tsukasa.advisories.nvd;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How easy an attack is and how much it costs: the two parts that a base score of CVSS 2 and 3 is made of, which NVD
/// tells beside it.
record Subscores(BigDecimal exploitability, BigDecimal impact) {
    private static final Map<String, Double> LOSS_2 = Map.of("N", 0.0, "P", 0.275, "C", 0.66);
    private static final Map<String, Double> LOSS_3 = Map.of("N", 0.0, "L", 0.22, "H", 0.56);

    /// Of a complete vector; empty for one of CVSS 4.0, which has no such parts.
    static Optional<Subscores> of(String version, String vector) {
        Map<String, String> told = Stream.of(vector.split("/"))
                .map(each -> each.split(":", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        return switch (version) {
            case "2.0" -> Optional.of(of2(told));
            case "3.0", "3.1" -> Optional.of(of3(told));
            default -> Optional.empty();
        };
    }

    private static Subscores of2(Map<String, String> told) {
        double ease = 20
                * weight(told, "AV", Map.of("L", 0.395, "A", 0.646, "N", 1.0))
                * weight(told, "AC", Map.of("H", 0.35, "M", 0.61, "L", 0.71))
                * weight(told, "Au", Map.of("M", 0.45, "S", 0.56, "N", 0.704));
        return new Subscores(rounded(ease), rounded(10.41 * lost(told, LOSS_2)));
    }

    private static Subscores of3(Map<String, String> told) {
        boolean changed = "C".equals(told.get("S"));
        double ease = 8.22
                * weight(told, "AV", Map.of("N", 0.85, "A", 0.62, "L", 0.55, "P", 0.2))
                * weight(told, "AC", Map.of("L", 0.77, "H", 0.44))
                * weight(
                        told,
                        "PR",
                        changed ? Map.of("N", 0.85, "L", 0.68, "H", 0.5) : Map.of("N", 0.85, "L", 0.62, "H", 0.27))
                * weight(told, "UI", Map.of("N", 0.85, "R", 0.62));
        double lost = lost(told, LOSS_3);
        double impact = changed ? 7.52 * (lost - 0.029) - 3.25 * Math.pow(lost - 0.02, 15) : 6.42 * lost;
        return new Subscores(rounded(ease), rounded(Math.max(0, impact)));
    }

    private static double lost(Map<String, String> told, Map<String, Double> losses) {
        return 1 - (1 - weight(told, "C", losses)) * (1 - weight(told, "I", losses)) * (1 - weight(told, "A", losses));
    }

    private static double weight(Map<String, String> told, String metric, Map<String, Double> weights) {
        return weights.getOrDefault(told.getOrDefault(metric, ""), 0.0);
    }

    private static BigDecimal rounded(double score) {
        return BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP);
    }
}
