package tsukasa.advisories.nvd;

/// A question that is not answered. NVD says why in a header called `message`, with status 404 and no body.
final class NvdRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NvdRefusal(String message) {
        super(message, null, false, false);
    }

    static NvdRefusal invalid(String parameter) {
        return new NvdRefusal("Invalid " + parameter + " parameter.");
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
