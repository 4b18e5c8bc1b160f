package tsukasa.bench.measuring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// One measured thing, as one line of JSON.
///
/// @param more what else is worth knowing, such as how many rows there were
record Measurement(String name, Samples samples, String unit, Map<String, Object> more) {
    static Measurement of(String name, Samples samples, String unit) {
        return new Measurement(name, samples, unit, Map.of());
    }

    Measurement with(String what, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(what, value);
        return new Measurement(name, samples, unit, all);
    }

    /// What the 95th percentile should keep to.
    Measurement aim(double aim) {
        boolean met = samples.moreIsBetter() ? samples.p95() >= aim : samples.p95() <= aim;
        return with("aim", rounded(aim)).with("met", met);
    }

    String json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("median", rounded(samples.median()));
        line.put("p95", rounded(samples.p95()));
        line.put("unit", unit);
        line.put("runs", samples.runs());
        line.put("cores", Runtime.getRuntime().availableProcessors());
        line.putAll(more);
        return JsonMapper.shared().writeValueAsString(line);
    }

    /// Three digits say all there is to say.
    private static BigDecimal rounded(double value) {
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        BigDecimal shown =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }
}
