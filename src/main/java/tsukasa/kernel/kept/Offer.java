package tsukasa.kernel.kept;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What an endpoint gives the platform to keep: the answer to an address, which depends on nothing but that address and
/// on content that can tell whether it is still the same. From then on it is sent before anything else is done, if the
/// endpoint is everybody's.
///
/// @param packed the body, compressed by gzip
/// @param still  whether the content is what it was; asked with every request, so it must be cheap
public record Offer(byte[] packed, BooleanSupplier still) {
    /// No larger one is kept.
    public static final int LARGEST = 256 * 1024;

    private static final String ATTRIBUTE = Offer.class.getName();
    private static final String EVERYBODYS = ATTRIBUTE + ".everybodys";

    /// In place of any offer made before in the same request.
    public static void make(HttpServletRequest request, byte[] packed, BooleanSupplier still) {
        request.setAttribute(ATTRIBUTE, new Offer(packed, still));
    }

    /// Said by whoever decides on permissions, and by nobody else.
    public static void everybodys(HttpServletRequest request) {
        request.setAttribute(EVERYBODYS, true);
    }

    /// Empty for an endpoint that is not everybody's, whatever it offers.
    public static Optional<Offer> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Offer offer && request.getAttribute(EVERYBODYS) != null
                ? Optional.of(offer)
                : Optional.empty();
    }
}
