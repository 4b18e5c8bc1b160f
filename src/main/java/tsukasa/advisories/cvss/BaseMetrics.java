package tsukasa.advisories.cvss;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsukasa.scoring.CvssVersion;

/// What the JSON formats of CVSS call the base metrics and their values.
final class BaseMetrics {
    private static final String DEGREES = "H=HIGH L=LOW N=NONE";
    private static final Map<String, Field> V2 = fields(
            "AV accessVector N=NETWORK A=ADJACENT_NETWORK L=LOCAL",
            "AC accessComplexity L=LOW M=MEDIUM H=HIGH",
            "Au authentication N=NONE S=SINGLE M=MULTIPLE",
            "C confidentialityImpact N=NONE P=PARTIAL C=COMPLETE",
            "I integrityImpact N=NONE P=PARTIAL C=COMPLETE",
            "A availabilityImpact N=NONE P=PARTIAL C=COMPLETE");
    private static final Map<String, Field> V3 = fields(
            "AV attackVector N=NETWORK A=ADJACENT_NETWORK L=LOCAL P=PHYSICAL",
            "AC attackComplexity L=LOW H=HIGH",
            "PR privilegesRequired " + DEGREES,
            "UI userInteraction N=NONE R=REQUIRED",
            "S scope U=UNCHANGED C=CHANGED",
            "C confidentialityImpact " + DEGREES,
            "I integrityImpact " + DEGREES,
            "A availabilityImpact " + DEGREES);
    private static final Map<String, Field> V4 = fields(
            "AV attackVector N=NETWORK A=ADJACENT L=LOCAL P=PHYSICAL",
            "AC attackComplexity L=LOW H=HIGH",
            "AT attackRequirements N=NONE P=PRESENT",
            "PR privilegesRequired " + DEGREES,
            "UI userInteraction N=NONE P=PASSIVE A=ACTIVE",
            "VC vulnConfidentialityImpact " + DEGREES,
            "VI vulnIntegrityImpact " + DEGREES,
            "VA vulnAvailabilityImpact " + DEGREES,
            "SC subConfidentialityImpact " + DEGREES,
            "SI subIntegrityImpact " + DEGREES,
            "SA subAvailabilityImpact " + DEGREES);

    private BaseMetrics() {}

    /// @param name   such as `attackVector`
    /// @param values such as `N` → `NETWORK`
    record Field(String name, Map<String, String> values) {}

    static Optional<Field> of(CvssVersion version, String metric) {
        Map<String, Field> fields = switch (version) {
            case V2_0 -> V2;
            case V3_0, V3_1 -> V3;
            case V4_0 -> V4;
        };
        return Optional.ofNullable(fields.get(metric));
    }

    private static Map<String, Field> fields(String... lines) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ");
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 2; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                values.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
            }
            fields.put(parts[0], new Field(parts[1], values));
        }
        return fields;
    }
}
