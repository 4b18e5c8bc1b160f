package tsukasa.myjvn.hnd;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Products;

/// Which products a question is about. Several names or numbers come joined by `+`, which arrives as a blank where the
/// client did not escape it. What was merged into another product or vendor means that one.
@Component
class ProductsAsked {
    private static final Pattern PART = Pattern.compile("[aoh*]?");
    private final Products products;

    ProductsAsked(Products products) {
        this.products = products;
    }

    /// Nothing where the question names none; an empty set where it names only unknown ones.
    Optional<Set<Long>> of(Asked asked) {
        List<Optional<Set<Long>>> conditions = List.of(
                asked.text("cpeName").map(this::ofNames),
                asked.text("vendorId").map(ids -> products.ofVendors(numbers(ids, "vendorId"))),
                asked.text("productId").map(ids -> products.whole(numbers(ids, "productId"))),
                asked.text("pid").map(ids -> products.whole(numbers(ids, "pid"))));
        return conditions.stream().flatMap(Optional::stream).reduce((one, other) -> {
            Set<Long> both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        });
    }

    private static Set<Long> numbers(String joined, String name) {
        Set<Long> numbers = new HashSet<>();
        for (String piece : Joined.pieces(joined, name)) {
            if (!Pattern.matches("[0-9]{1,18}", piece)) {
                throw new Refused(Fault.NUMBER, name);
            }
            numbers.add(Long.parseLong(piece));
        }
        return numbers;
    }

    private Set<Long> ofNames(String joined) {
        Set<Long> found = new HashSet<>();
        for (String name : Joined.pieces(joined, "cpeName")) {
            found.addAll(ofName(name));
        }
        return found;
    }

    Set<Long> ofName(String name) {
        if (!name.regionMatches(true, 0, "cpe:/", 0, 5)) {
            throw new Refused(Fault.CPE, "cpeName");
        }
        String[] parts = name.substring(5).toLowerCase(Locale.ROOT).split(":", -1);
        if (!PART.matcher(parts[0]).matches()) {
            throw new Refused(Fault.CPE, "cpeName");
        }
        return products.ofCpe(parts[0].isEmpty() ? "*" : parts[0], piece(parts, 1), piece(parts, 2));
    }

    /// As CPE 2.3 writes it; a piece that is left out is any.
    private static String piece(String[] parts, int at) {
        String piece = at < parts.length ? parts[at] : "";
        boolean open = piece.isEmpty() || piece.endsWith("*");
        String fixed = piece.endsWith("*") ? piece.substring(0, piece.length() - 1) : piece;
        if (fixed.contains("*")) {
            throw new Refused(Fault.CPE, "cpeName");
        }
        StringBuilder written = new StringBuilder();
        for (char letter : decoded(fixed).toCharArray()) {
            if (Character.isISOControl(letter)) {
                throw new Refused(Fault.CPE, "cpeName");
            }
            if (!(letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || "_.-".indexOf(letter) >= 0)) {
                written.append('\\');
            }
            written.append(letter);
        }
        return written + (open ? "*" : "");
    }

    static String decoded(String piece) {
        try {
            return URLDecoder.decode(piece, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new Refused(Fault.CPE, "cpeName");
        }
    }
}
