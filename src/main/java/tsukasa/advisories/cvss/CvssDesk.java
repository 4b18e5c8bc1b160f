package tsukasa.advisories.cvss;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.CvssObjects;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssVector;
import tsukasa.scoring.CvssVersion;
import tsukasa.vulnerability.ScoreClaim;

@Component
class CvssDesk implements CvssObjects {
    private final CvssReader reader;

    CvssDesk(CvssReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<Scored> of(ScoreClaim claim) {
        return reader.read(claim.vector()) instanceof CvssReading.Read read
                ? Optional.of(scored(read.vector(), read.scores().base()))
                : Optional.empty();
    }

    /// CVSS 2.0 rates no scores itself, so its JSON has no place for a severity.
    private static Scored scored(CvssVector vector, CvssScore base) {
        CvssVersion version = vector.version();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", version.number())
                .put("vectorString", vector.text())
                .put("baseScore", base.value());
        String severity = version.severity(base.tenths()).name();
        if (version != CvssVersion.V2_0) {
            json.put("baseSeverity", severity);
        }
        vector.metrics()
                .forEach(chosen -> BaseMetrics.of(version, chosen.metric())
                        .ifPresent(
                                field -> json.put(field.name(), field.values().get(chosen.value()))));
        return new Scored(version.number(), base.tenths(), severity, json);
    }
}
