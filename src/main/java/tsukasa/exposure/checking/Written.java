package tsukasa.exposure.checking;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;
import tsukasa.kernel.Language;

/// The forms in which a result can be had.
enum Written {
    JSON("json", "application/json"),
    CSV("csv", "text/csv;charset=UTF-8"),
    SARIF("sarif", "application/sarif+json"),
    VDR("vdr", "application/vnd.cyclonedx+json"),
    VEX("vex", "application/vnd.cyclonedx+json");

    private final String word;
    private final MediaType type;

    Written(String word, String type) {
        this.word = word;
        this.type = MediaType.parseMediaType(type);
    }

    /// As it is asked for in an address.
    static Optional<Written> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    MediaType type() {
        return type;
    }

    String file() {
        return switch (this) {
            case JSON -> "sbom-check.json";
            case CSV -> "sbom-check.csv";
            case SARIF -> "sbom-check.sarif";
            case VDR -> "sbom-check.vdr.cdx.json";
            case VEX -> "sbom-check.vex.cdx.json";
        };
    }

    /// @param most how many findings JSON lists; the other forms list all that are kept
    void write(Checked checked, int most, String base, Language language, OutputStream out) {
        switch (this) {
            case JSON -> new JsonAnswer(base).write(checked, most, out);
            case CSV -> CsvAnswer.write(checked, language, out);
            case SARIF -> new SarifAnswer(base, language).write(checked, out);
            case VDR -> new CycloneAnswer(base, language, false).write(checked, out);
            case VEX -> new CycloneAnswer(base, language, true).write(checked, out);
        }
    }
}
