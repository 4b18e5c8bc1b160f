package tsukasa.identity.me;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Industry;
import tsukasa.identity.OrganisationProfile;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;

/// What was typed about an organisation, as it was typed.
///
/// @param kind    `corporation` or `proprietor`
/// @param capital 資本金 in units of ten thousand yen (万円)
record OrganisationForm(
        String kind,
        String corporateNumber,
        String name,
        String nameKana,
        String nameEn,
        String prefecture,
        String city,
        String address,
        String industry,
        String employees,
        String capital) {
    static final String CORPORATION = "corporation";
    static final String PROPRIETOR = "proprietor";
    private static final long TEN_THOUSAND = 10_000;
    private static final long MOST_CAPITAL = 100_000_000_000L;

    /// A field that was not sent is one that was left empty.
    OrganisationForm complete() {
        return new OrganisationForm(
                text(kind),
                text(corporateNumber),
                text(name),
                text(nameKana),
                text(nameEn),
                text(prefecture),
                text(city),
                text(address),
                text(industry),
                text(employees),
                text(capital));
    }

    static OrganisationForm empty() {
        return new OrganisationForm(CORPORATION, "", "", "", "", "", "", "", "", "", "");
    }

    static OrganisationForm of(OrganisationProfile profile) {
        CorporateNumber number = profile.corporateNumber();
        Industry industry = profile.industry();
        Long capital = profile.capitalYen();
        return new OrganisationForm(
                number == null ? PROPRIETOR : CORPORATION,
                number == null ? "" : number.digits(),
                profile.name(),
                text(profile.nameKana()),
                text(profile.nameEn()),
                profile.prefecture().code(),
                text(profile.city()),
                text(profile.address()),
                industry == null ? "" : industry.code(),
                profile.employees() == null ? "" : String.valueOf(profile.employees()),
                capital == null ? "" : String.valueOf(capital / TEN_THOUSAND));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// How reading a form can end.
    sealed interface Reading {
        record Good(OrganisationProfile profile) implements Reading {}

        record Bad(Errors errors) implements Reading {}
    }

    /// @param known the corporate number of an organisation that is amended; it stays
    Reading read(Frame frame, boolean amending, @Nullable CorporateNumber known) {
        OrganisationErrors errors = new OrganisationErrors(frame);
        CorporateNumber number = amending ? known : number(errors);
        Optional<String> readName = Typed.line(name, 200).filter(text -> !text.isEmpty());
        Optional<Prefecture> where = Prefecture.ofCode(prefecture);
        Optional<String> readKana = errors.line("nameKana", nameKana, 200);
        Optional<String> readEn = errors.line("nameEn", nameEn, 200);
        Optional<String> readCity = errors.line("city", city, 100);
        Optional<String> readAddress = errors.line("address", address, 300);
        OptionalLong staff = errors.number("employees", employees, 10_000_000);
        OptionalLong money = errors.number("capital", capital, MOST_CAPITAL);
        if (readName.isEmpty()) {
            errors.name();
        }
        if (where.isEmpty()) {
            errors.prefecture();
        }
        if (!industry.isEmpty() && Industry.ofCode(industry).isEmpty()) {
            errors.industry();
        }
        if (!errors.all().isEmpty()) {
            return new Reading.Bad(errors.all());
        }
        return new Reading.Good(new OrganisationProfile(
                number,
                readName.orElseThrow(),
                Typed.orNull(readKana.orElseThrow()),
                Typed.orNull(readEn.orElseThrow()),
                where.orElseThrow(),
                Typed.orNull(readCity.orElseThrow()),
                Typed.orNull(readAddress.orElseThrow()),
                Industry.ofCode(industry).orElse(null),
                staff.isPresent() ? (Integer) (int) staff.getAsLong() : null,
                money.isPresent() ? (Long) (money.getAsLong() * TEN_THOUSAND) : null));
    }

    private @Nullable CorporateNumber number(OrganisationErrors errors) {
        if (kind.equals(PROPRIETOR)) {
            return null;
        }
        Optional<CorporateNumber> number = CorporateNumber.parse(corporateNumber);
        if (number.isEmpty()) {
            errors.corporateNumber(corporateNumber);
        }
        return number.orElse(null);
    }

    /// For showing wrong entries again.
    OrganisationForm shortened() {
        return new OrganisationForm(
                kind.equals(PROPRIETOR) ? PROPRIETOR : CORPORATION,
                Typed.shown(corporateNumber),
                Typed.shown(name),
                Typed.shown(nameKana),
                Typed.shown(nameEn),
                Typed.shown(prefecture),
                Typed.shown(city),
                Typed.shown(address),
                Typed.shown(industry),
                Typed.shown(employees),
                Typed.shown(capital));
    }
}
