package tsukasa.scheme.intake;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.scheme.Fault;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Widget;
import tsukasa.scheme.Scheme;

/// What answers must keep to: the form's JSON Schema, and the three things a schema cannot say: check digits,
/// prefectures, and whether anybody can be reached at a mail address.
final class AnswerRules {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    List<Fault> check(Scheme scheme, Map<String, Object> answers) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (Error error : schema(scheme).validate(json(answers))) {
            String name = fieldOf(error);
            FormField field = scheme.fields().get(name);
            if (field != null) {
                faults.putIfAbsent(name, new Fault(name, FaultWords.of(scheme, field, error)));
            } else if (error.getKeyword() != null && !error.getKeyword().equals("if")) {
                faults.putIfAbsent(name, new Fault(name, Text.of("この項目はありません。", "There is no such field.")));
            }
        }
        scheme.fields().values().forEach(field -> {
            Object answer = answers.get(field.name());
            if (answer instanceof String text && !text.isEmpty() && !faults.containsKey(field.name())) {
                special(field, text, faults);
            }
        });
        return List.copyOf(faults.values());
    }

    private static void special(FormField field, String text, Map<String, Fault> faults) {
        if (field.widget() == Widget.CORPORATE_NUMBER
                && CorporateNumber.parse(text).isEmpty()) {
            faults.put(field.name(), new Fault(field.name(), FaultWords.WRONG_CORPORATE_NUMBER));
        }
        if (field.widget() == Widget.EMAIL && EmailAddress.parse(text).isEmpty()) {
            faults.put(field.name(), new Fault(field.name(), FaultWords.NO_ADDRESS));
        }
        if (field.widget() == Widget.PREFECTURE && Prefecture.ofCode(text).isEmpty()) {
            faults.put(field.name(), new Fault(field.name(), FaultWords.choose(field)));
        }
    }

    /// A missing or unknown property is reported at the object that lacks or has it.
    private static String fieldOf(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return property != null && pointer.length() <= 1 ? property : pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private Schema schema(Scheme scheme) {
        return schemas.computeIfAbsent(scheme.digest(), digest -> REGISTRY.getSchema(scheme.form()));
    }

    static ObjectNode json(Map<String, Object> answers) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        answers.forEach((name, value) -> object.set(name, node(value)));
        return object;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            case Long number -> JsonNodeFactory.instance.numberNode(number);
            case Integer number -> JsonNodeFactory.instance.numberNode(number);
            default -> JsonNodeFactory.instance.stringNode(value.toString());
        };
    }
}
