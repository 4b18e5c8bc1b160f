package tsukasa.kernel.openapi;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schema (2020-12) of Java types, records by their components. Absence is a null, since that is how it is sent.
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final ObjectNode components = NODES.objectNode();

    ObjectNode components() {
        return components;
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case GenericArrayType array -> array(array.getGenericComponentType());
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0]);
            case Class<?> plain -> plain(plain);
            default -> NODES.objectNode();
        };
    }

    private ObjectNode generic(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type first = generic.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return nullable(of(first));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return array(first);
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = typed("object", null);
            map.set("additionalProperties", of(generic.getActualTypeArguments()[1]));
            return map;
        }
        return plain(raw);
    }

    private static ObjectNode nullable(ObjectNode schema) {
        ObjectNode either = NODES.objectNode();
        ArrayNode options = either.putArray("anyOf");
        options.add(schema);
        options.addObject().put("type", "null");
        return either;
    }

    private ObjectNode array(Type items) {
        ObjectNode array = typed("array", null);
        array.set("items", of(items));
        return array;
    }

    private ObjectNode plain(Class<?> type) {
        if (type.isRecord()) {
            return reference(type);
        }
        if (type.isEnum()) {
            ObjectNode words = typed("string", null);
            ArrayNode values = words.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                values.add(((Enum<?>) constant).name());
            }
            return words;
        }
        return type.isArray() && type != byte[].class ? array(type.getComponentType()) : scalar(type);
    }

    private static ObjectNode scalar(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return typed("integer", "int32");
        }
        if (type == long.class || type == Long.class) {
            return typed("integer", "int64");
        }
        if (type == BigInteger.class) {
            return typed("integer", null);
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return typed("number", null);
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean", null);
        }
        if (type == LocalDate.class) {
            return typed("string", "date");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return typed("string", "date-time");
        }
        if (type == UUID.class) {
            return typed("string", "uuid");
        }
        boolean words = CharSequence.class.isAssignableFrom(type) || type == YearMonth.class;
        return words ? typed("string", null) : NODES.objectNode();
    }

    private static ObjectNode typed(String type, @Nullable String format) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", type);
        if (format != null) {
            schema.put("format", format);
        }
        return schema;
    }

    /// Named by module and record, since two modules may use the same word.
    private ObjectNode reference(Class<?> type) {
        String[] packages = type.getPackageName().split("\\.", -1);
        String module = packages.length > 1 ? packages[1] : packages[0];
        String name =
                module.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + module.substring(1) + type.getSimpleName();
        if (!components.has(name)) {
            ObjectNode schema = typed("object", null);
            components.set(name, schema);
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = schema.putArray("required");
            for (RecordComponent component : type.getRecordComponents()) {
                properties.set(component.getName(), of(component.getGenericType()));
                required.add(component.getName());
            }
        }
        ObjectNode reference = NODES.objectNode();
        reference.put("$ref", "#/components/schemas/" + name);
        return reference;
    }
}
