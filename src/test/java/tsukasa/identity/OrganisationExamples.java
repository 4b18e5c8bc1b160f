package tsukasa.identity;

import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;

/// Organisations that are there before a test begins.
public final class OrganisationExamples {
    private OrganisationExamples() {}

    /// The one with this number, registered if it is not there yet.
    public static Organisation registered(Organisations organisations, CorporateNumber number, String name) {
        return organisations
                .findByCorporateNumber(number)
                .orElseGet(() -> ((Registration.Registered)
                                organisations.register(OrganisationProfile.of(number, name, Prefecture.OSAKA)))
                        .organisation());
    }
}
