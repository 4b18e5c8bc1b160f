package tsukasa.identity;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;

/// What an organisation says about itself.
///
/// @param corporateNumber absent for sole proprietors (個人事業主), who have none
/// @param nameKana        フリガナ
/// @param capitalYen      資本金
/// @param employees       常時使用する従業員の数
public record OrganisationProfile(
        @Nullable CorporateNumber corporateNumber,
        String name,
        @Nullable String nameKana,
        @Nullable String nameEn,
        Prefecture prefecture,
        @Nullable String city,
        @Nullable String address,
        @Nullable Industry industry,
        @Nullable Integer employees,
        @Nullable Long capitalYen) {
    public OrganisationProfile {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("an organisation's name has 1 to 200 characters");
        }
        if (Stream.of(name, nameKana, nameEn, city, address)
                .anyMatch(text -> text != null && text.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("an organisation's particulars are single lines");
        }
        if (employees != null && employees < 0 || capitalYen != null && capitalYen < 0) {
            throw new IllegalArgumentException("employees and capital are not negative");
        }
    }

    /// The least one must know about an organisation.
    public static OrganisationProfile of(
            @Nullable CorporateNumber corporateNumber, String name, Prefecture prefecture) {
        return new OrganisationProfile(corporateNumber, name, null, null, prefecture, null, null, null, null, null);
    }
}
