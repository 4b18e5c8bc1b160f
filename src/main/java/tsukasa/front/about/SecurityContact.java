package tsukasa.front.about;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.page.Writing;

/// Whom to tell of a weakness of this site (RFC 9116), as whoever runs it has set it and for as long as they stand by
/// it: after that day nobody is told an address that nobody looked at any more.
@Component
class SecurityContact {
    static final String PATH = "/.well-known/security.txt";
    private static final String WHERE = "tsukasa.security-contact";
    private static final String UNTIL = "tsukasa.security-contact-until";
    /// RFC 9116 §2.5.3: an address, by mail, by phone or on the web; on the web by https alone.
    private static final Set<String> WAYS = Set.of("mailto", "tel", "https");
    private final List<URI> contacts;
    private final @Nullable OffsetDateTime until;
    private final PublicAddress address;
    private final Clock clock;

    SecurityContact(
            @Value("${" + WHERE + ":}") String contacts,
            @Value("${" + UNTIL + ":}") String until,
            PublicAddress address,
            Clock clock) {
        this.contacts = contacts(contacts);
        this.until = until.isBlank() ? null : end(until.strip());
        if (this.contacts.isEmpty() != (this.until == null)) {
            throw new IllegalStateException(WHERE + " and " + UNTIL + " are set together or not at all");
        }
        this.address = address;
        this.clock = clock;
    }

    private static List<URI> contacts(String written) {
        List<URI> contacts = new ArrayList<>();
        Arrays.stream(written.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(one -> contacts.add(contact(one)));
        return List.copyOf(contacts);
    }

    private static URI contact(String one) {
        try {
            URI contact = new URI(one);
            if (contact.getScheme() != null && WAYS.contains(contact.getScheme())) {
                return contact;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(wrong(one), e);
        }
        throw new IllegalStateException(wrong(one));
    }

    private static String wrong(String one) {
        return WHERE + ": \"" + one + "\" is no address like mailto:security@example.jp or https://example.jp/report";
    }

    /// The whole day counts, in Japan.
    private static OffsetDateTime end(String day) {
        try {
            return LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(Writing.JAPAN)
                    .minusSeconds(1)
                    .toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new IllegalStateException(UNTIL + ": \"" + day + "\" is no day like 2027-03-31", e);
        }
    }

    /// Empty where nothing is set, or nobody has stood by it since.
    List<URI> contacts() {
        return until != null && clock.instant().isBefore(until.toInstant()) ? contacts : List.of();
    }

    /// What security.txt says; absent where nobody is to be told.
    Optional<String> text() {
        OffsetDateTime end = until;
        if (end == null || contacts().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        contacts().forEach(contact -> line(text, "Contact", contact));
        line(text, "Expires", end);
        line(text, "Preferred-Languages", "ja, en");
        // §2.5: addresses on the web begin with https, or are left out.
        if (address.base().startsWith("https:")) {
            line(text, "Canonical", address.of(PATH));
            line(text, "CSAF", address.of("/.well-known/csaf/provider-metadata.json"));
        }
        return Optional.of(text.toString());
    }

    private static void line(StringBuilder text, String field, Object value) {
        text.append(field).append(": ").append(value).append("\r\n");
    }
}
