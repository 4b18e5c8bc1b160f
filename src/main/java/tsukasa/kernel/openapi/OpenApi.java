package tsukasa.kernel.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes OpenAPI 3.1 from the mappings that really answer, so that the description cannot drift from the service.
final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PREFIX = "/api/";
    private final Schemas schemas = new Schemas();
    private final ObjectNode paths = NODES.objectNode();

    private record Endpoint(String path, RequestMethod method, RequestMappingInfo mapping, HandlerMethod handler) {}

    static ObjectNode describe(Map<RequestMappingInfo, HandlerMethod> mappings, String title) {
        OpenApi api = new OpenApi();
        mappings.entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith(PREFIX))
                        .flatMap(path -> methods(entry.getKey()).stream()
                                .map(method -> new Endpoint(path, method, entry.getKey(), entry.getValue()))))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .forEach(api::add);
        return api.document(title);
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    private ObjectNode document(String title) {
        ObjectNode document = NODES.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", title).put("version", "1");
        document.putArray("servers").addObject().put("url", "/");
        document.set("paths", paths);
        ObjectNode problem = schemas.components().putObject("Problem");
        problem.put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        for (String name : List.of("title", "detail", "next", "reference")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        ObjectNode components = document.putObject("components");
        ObjectNode sorted = components.putObject("schemas");
        new TreeMap<>(Map.copyOf(asMap(schemas.components()))).forEach(sorted::set);
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "tsk_…")
                .put(
                        "description",
                        "An API token, made at /me/tokens. Send it as Authorization: Bearer; in an address it is refused"
                                + " (400). What is public answers without one. 401: wrong, revoked or over; 403: out of"
                                + " its scopes; 429: used too often, see Retry-After.");
        ArrayNode either = document.putArray("security");
        either.addObject();
        either.addObject().putArray("token");
        return document;
    }

    private static Map<String, ObjectNode> asMap(ObjectNode node) {
        Map<String, ObjectNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), (ObjectNode) field.getValue()));
        return fields;
    }

    private void add(Endpoint endpoint) {
        String path = endpoint.path().replaceAll("\\{(\\w+):[^}]*}", "{$1}");
        ObjectNode operations = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
        ObjectNode operation =
                operations.putObject(endpoint.method().asHttpMethod().name().toLowerCase(java.util.Locale.ROOT));
        operation.put(
                "operationId",
                endpoint.handler().getBeanType().getSimpleName()
                        + "."
                        + endpoint.handler().getMethod().getName());
        Described described = endpoint.handler().getMethodAnnotation(Described.class);
        operation.put("summary", described == null ? path : described.value());
        parameters(endpoint, operation);
        responses(endpoint, operation.putObject("responses"));
    }

    private void parameters(Endpoint endpoint, ObjectNode operation) {
        ArrayNode parameters = NODES.arrayNode();
        for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            if (path != null) {
                parameter(parameters, parameter, path.value(), "path", true);
            } else if (query != null) {
                boolean required = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                parameter(
                        parameters,
                        parameter,
                        query.name().isEmpty() ? query.value() : query.name(),
                        "query",
                        required);
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                ObjectNode body = operation.putObject("requestBody");
                body.put("required", true);
                body.putObject("content")
                        .putObject(MediaType.APPLICATION_JSON_VALUE)
                        .set("schema", schemas.of(parameter.getGenericParameterType()));
            }
        }
        Described described = endpoint.handler().getMethodAnnotation(Described.class);
        for (Described.Parameter read : described == null ? new Described.Parameter[0] : described.read()) {
            read(parameters, read);
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private void parameter(ArrayNode all, MethodParameter parameter, String name, String in, boolean required) {
        ObjectNode node = all.addObject();
        node.put("name", name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name);
        node.put("in", in);
        node.put("required", required);
        node.set("schema", schemas.of(parameter.getGenericParameterType()));
    }

    private static void read(ArrayNode all, Described.Parameter read) {
        ObjectNode node = all.addObject();
        node.put("name", read.name());
        node.put("in", "query");
        node.put("required", false);
        node.put("description", read.value());
        ObjectNode schema = node.putObject("schema");
        if (read.many()) {
            schema.put("type", "array").putObject("items").put("type", "string");
        } else {
            schema.put("type", "string");
        }
    }

    private void responses(Endpoint endpoint, ObjectNode responses) {
        ObjectNode good = responses.putObject("200");
        good.put("description", "OK");
        ObjectNode content = good.putObject("content");
        Type answer = answer(endpoint.handler().getMethod().getGenericReturnType());
        Set<MediaType> types = endpoint.mapping().getProducesCondition().getProducibleMediaTypes();
        if (types.isEmpty()) {
            content.putObject(MediaType.APPLICATION_JSON_VALUE).set("schema", schemas.of(answer));
        } else {
            types.forEach(type -> content.putObject(type.toString()).set("schema", schemas.of(answer)));
        }
        ObjectNode bad = responses.putObject("4XX");
        bad.put("description", "What is wrong, and what to do next");
        bad.putObject("content")
                .putObject(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static Type answer(Type returned) {
        return returned instanceof ParameterizedType generic
                        && generic.getRawType() instanceof Class<?> raw
                        && HttpEntity.class.isAssignableFrom(raw)
                ? generic.getActualTypeArguments()[0]
                : returned;
    }
}
