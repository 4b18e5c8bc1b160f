package tsukasa.exposure.checking;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.exposure.Bill;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;

/// Finds the VEX statement about a vulnerability in a part. Where several fit, whatever number of the vulnerability
/// they
/// name, the one of the latest date counts; of the same date, or of none, the one that was given last.
final class Suppressions {
    private static final String LINK = "urn:cdx:";

    /// A few seconds.
    private static final long MOST_COMPARED = 20_000_000;
    private final Map<String, List<Given>> byNumber = new HashMap<>();
    private final Map<String, Object> names = new HashMap<>();
    private final Set<Statement> fitting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Bill bill;
    private final PackageUrls urls;
    private final CpeNames cpes;
    private long compared;

    Suppressions(Bill bill, Collection<Statement> statements, PackageUrls urls, CpeNames cpes) {
        this.bill = bill;
        this.urls = urls;
        this.cpes = cpes;
        int place = 0;
        for (Statement statement : statements) {
            Given given = new Given(place++, statement);
            statement
                    .vulnerabilities()
                    .forEach(
                            number -> byNumber.computeIfAbsent(number.toUpperCase(Locale.ROOT), _ -> new ArrayList<>(1))
                                    .add(given));
        }
    }

    /// @param place in the order in which they were given
    private record Given(int place, Statement statement) {
        /// What tells no date is older than all that do.
        boolean laterThan(Given other) {
            Instant mine = statement.at() == null ? Instant.MIN : statement.at();
            Instant its = other.statement.at() == null ? Instant.MIN : other.statement.at();
            return mine.equals(its) ? place > other.place : mine.isAfter(its);
        }
    }

    Set<String> numbers() {
        return byNumber.keySet();
    }

    int fitting() {
        return fitting.size();
    }

    /// @param numbers by which the vulnerability is known
    @Nullable
    Statement about(Part part, Collection<String> numbers) {
        Given last = null;
        for (String number : numbers) {
            for (Given given : byNumber.getOrDefault(number.toUpperCase(Locale.ROOT), List.of())) {
                if ((last == null || given.laterThan(last)) && fits(given.statement(), part)) {
                    last = given;
                }
            }
        }
        if (last == null) {
            return null;
        }
        fitting.add(last.statement());
        return last.statement();
    }

    /// What is said of the whole product is said of each of its parts.
    private boolean fits(Statement statement, Part part) {
        if (statement.about().isEmpty()) {
            return true;
        }
        Part whole = bill.subject();
        return statement.about().stream()
                .anyMatch(name -> fits(name, part) || whole != null && whole != part && fits(name, whole));
    }

    private boolean fits(String name, Part part) {
        if (++compared > MOST_COMPARED) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    Text.of(
                            "同じ脆弱性についての VEX の記述と構成要素が多すぎて、一度には確かめられません。",
                            "It has too many VEX statements about too many components to hold them against each"
                                    + " other."),
                    Text.of("製品ごとなどに分けて、送ってください。", "Split it, for example by product, and send the parts."));
        }
        if (!part.ref().isEmpty() && name.equals(part.ref())) {
            return true;
        }
        if (name.startsWith(LINK)) {
            return linked(name, part);
        }
        return switch (read(name)) {
            case PackageUrl said ->
                part.purl() != null && read(part.purl()) instanceof PackageUrl has && fits(said, has);
            case CpeName said ->
                part.cpes().stream().anyMatch(cpe -> read(cpe) instanceof CpeName has && cpes.covers(said, has));
            default -> false;
        };
    }

    /// `urn:cdx:3e671687-…/1#ref`: a reference from outside. Of another document it means another part.
    private boolean linked(String link, Part part) {
        int hash = link.indexOf('#');
        int slash = link.indexOf('/');
        if (hash < 0 || slash < 0 || slash > hash || part.ref().isEmpty()) {
            return false;
        }
        String serial = link.substring(LINK.length(), slash);
        boolean here = bill.serial().isEmpty()
                || bill.serial().toLowerCase(Locale.ROOT).endsWith(serial.toLowerCase(Locale.ROOT));
        String ref = link.substring(hash + 1);
        return here && (ref.equals(part.ref()) || decoded(ref).equals(part.ref()));
    }

    private static String decoded(String ref) {
        try {
            return URLDecoder.decode(ref.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ref;
        }
    }

    /// A name without a version means every version; a qualifier that both tell must be the same.
    private static boolean fits(PackageUrl said, PackageUrl has) {
        return said.type().equals(has.type())
                && java.util.Objects.equals(said.namespace(), has.namespace())
                && said.name().equals(has.name())
                && (said.version() == null || said.version().equals(has.version()))
                && said.qualifiers().entrySet().stream()
                        .allMatch(each ->
                                each.getValue().equals(has.qualifiers().getOrDefault(each.getKey(), each.getValue())));
    }

    /// A package URL, a CPE name, or the text itself.
    private Object read(String name) {
        return names.computeIfAbsent(name, text -> {
            if (text.startsWith("pkg:") && urls.read(text) instanceof PackageUrlReading.Read(PackageUrl url)) {
                return url;
            }
            return text.startsWith("cpe:") && cpes.read(text) instanceof CpeReading.Read(CpeName cpe, var _)
                    ? cpe
                    : text;
        });
    }
}
