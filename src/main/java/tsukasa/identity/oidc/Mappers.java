package tsukasa.identity.oidc;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Proof;
import tsukasa.identity.Role;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;
import tsukasa.mail.EmailAddress;

/// Reads what each kind of provider says in its own words.
final class Mappers {
    private static final int LONGEST_NAME = 100;

    private Mappers() {}

    /// @param token what the ID token says; @param user what the userinfo endpoint says of the same subject
    static Identity identity(Provider provider, String subject, Claims token, Claims user) {
        return switch (provider.kind()) {
            case GBIZ_ID -> gbiz(provider, subject, user);
            case DIGITAL_AUTH_APP -> card(provider, subject, user);
            case STAFF -> staff(provider, subject, token, user);
        };
    }

    /// GビズID: an entry account is what somebody says of themselves; prime was checked on paper against the company's
    /// seal, and a member's account was made by a prime. Only these two belong to an organisation.
    private static Identity gbiz(Provider provider, String subject, Claims user) {
        String type = user.text("account_type");
        Proof.Way way = switch (type) {
            case "2" -> Proof.Way.GBIZ_PRIME;
            case "3" -> Proof.Way.GBIZ_MEMBER;
            default -> Proof.Way.GBIZ_ENTRY;
        };
        String name = (user.text("user_last_nm") + " " + user.text("user_first_nm")).strip();
        return new Identity(
                provider.name(),
                provider.issuer(),
                subject,
                name(name, user),
                verifiedEmail(user),
                way,
                way == Proof.Way.GBIZ_PRIME ? "prime" : way == Proof.Way.GBIZ_MEMBER ? "member" : "entry",
                Map.of(),
                place(way, user),
                null);
    }

    private static Identity.@Nullable Place place(Proof.Way way, Claims user) {
        if (way == Proof.Way.GBIZ_ENTRY) {
            return null;
        }
        Part part = way == Proof.Way.GBIZ_PRIME ? Part.OWNER : Part.MEMBER;
        Optional<Prefecture> prefecture = prefecture(user.text("prefecture_name"));
        String name = user.text("name");
        boolean corporation = user.text("corp_type").equals("1");
        Optional<CorporateNumber> number = CorporateNumber.parse(user.text("corporate_number"));
        if (prefecture.isEmpty() || name.isEmpty() || name.length() > 200 || corporation && number.isEmpty()) {
            return null;
        }
        OrganisationProfile profile = new OrganisationProfile(
                corporation ? number.get() : null,
                name,
                null,
                user.optional("en_name").filter(text -> text.length() <= 200).orElse(null),
                prefecture.get(),
                user.optional("address1").filter(text -> text.length() <= 100).orElse(null),
                user.optional("address2").orElse(null),
                null,
                null,
                null);
        return new Identity.Place(
                profile, part, part == Part.MEMBER ? user.optional("parent_id").orElse(null) : null);
    }

    private static Optional<Prefecture> prefecture(String name) {
        return Arrays.stream(Prefecture.values())
                .filter(one -> one.title().ja().equals(name))
                .findFirst();
    }

    /// デジタル認証アプリ: the card and its PIN, checked with the card's issuer. Nothing is kept that the operator did not
    /// name, even when more is sent.
    private static Identity card(Provider provider, String subject, Claims user) {
        Map<String, String> kept = new TreeMap<>();
        for (String claim : provider.settings().keep()) {
            String value = claim.equals("address") ? user.address() : user.text(claim);
            if (!value.isEmpty()) {
                kept.put(claim, value);
            }
        }
        return new Identity(
                provider.name(),
                provider.issuer(),
                subject,
                name(kept.getOrDefault("name", ""), user),
                verifiedEmail(user),
                Proof.Way.DIGITAL_AUTH_APP,
                "my-number-card",
                kept,
                null,
                null);
    }

    private static Identity staff(Provider provider, String subject, Claims token, Claims user) {
        OidcSettings.One settings = provider.settings();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Stream.concat(token.list(settings.groupsClaim()).stream(), user.list(settings.groupsClaim()).stream())
                .forEach(group -> roles.addAll(settings.roles().getOrDefault(group, List.of())));
        roles.remove(Role.MEMBER);
        boolean twice = Stream.concat(token.list("amr").stream(), token.list("acr").stream())
                .anyMatch(settings.twoProofs()::contains);
        return new Identity(
                provider.name(),
                provider.issuer(),
                subject,
                name(user.text("name"), user),
                verifiedEmail(user),
                twice ? Proof.Way.STAFF_ACCOUNT_TWICE : Proof.Way.STAFF_ACCOUNT,
                twice ? "two-proofs" : "one-proof",
                Map.of(),
                null,
                roles);
    }

    private static String name(String said, Claims user) {
        String name = said.isEmpty() ? user.text("email").replaceAll("@.*", "") : said;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static @Nullable String verifiedEmail(Claims user) {
        return user.yes("email_verified")
                ? EmailAddress.parse(user.text("email"))
                        .map(EmailAddress::value)
                        .orElse(null)
                : null;
    }
}
