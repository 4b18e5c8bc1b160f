package tsukasa.exposure.osv;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A question that cannot be answered as asked, as clients of OSV know it: a code of gRPC, the status of HTTP that goes
/// with it, and a message in English.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;
    private final int status;

    private Refusal(int code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    static Refusal of(int code, int status, String message) {
        return new Refusal(code, status, message);
    }

    static Refusal invalid(String message) {
        return new Refusal(3, 400, message);
    }

    static Refusal unknown() {
        return new Refusal(5, 404, "Bug not found.");
    }

    static Refusal large() {
        return new Refusal(8, 413, "The request is larger than 4 MiB.");
    }

    static Refusal failed() {
        return new Refusal(13, 500, "Internal error.");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", String.valueOf(getMessage()));
    }
}
