package tsukasa.scheme.definition;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Text;

/// The shape of `scheme.yaml`, as its own JSON Schema says it.
final class ShapeRules {
    private static final Text FORMAT =
            Text.of("制度の書き方（docs/schemes.md）を見てください", "see how a scheme is written (docs/schemes.md)");
    private static final Schema SHAPE = shape();

    private ShapeRules() {}

    static void check(MarkedYaml yaml, Findings findings) {
        for (Error error : SHAPE.validate(yaml.json())) {
            String pointer = error.getInstanceLocation().toString();
            String property = error.getProperty();
            boolean unknown = "additionalProperties".equals(error.getKeyword());
            findings.add(
                    unknown && property != null ? pointer + "/" + property : pointer,
                    what(error, pointer, property == null ? "" : property),
                    unknown ? Text.of("綴りを確かめるか、消してください", "check its spelling, or take it away") : FORMAT);
        }
    }

    private static Text what(Error error, String pointer, String property) {
        String at = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + " ";
        String keyword = error.getKeyword() == null ? "" : error.getKeyword();
        return switch (keyword) {
            case "required" -> Text.of(at + "に「" + property + "」がありません", at + "lacks «" + property + "»");
            case "additionalProperties" ->
                Text.of(at + "に知らない項目「" + property + "」があります", at + "has the unknown part «" + property + "»");
            case "type" -> Text.of(at + "の種類が違います", at + "is of the wrong kind: " + error.getMessage());
            case "pattern" -> Text.of(at + "の書き方が違います", at + "is not written as it must be: " + error.getMessage());
            default -> Text.of(at + "が決まりに合いません（" + keyword + "）", at + error.getMessage());
        };
    }

    private static Schema shape() {
        try (InputStream in =
                Objects.requireNonNull(ShapeRules.class.getResourceAsStream("/tsukasa/scheme/scheme.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
