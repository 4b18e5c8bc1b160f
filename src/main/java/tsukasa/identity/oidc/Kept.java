package tsukasa.identity.oidc;

import tsukasa.kernel.Text;

/// What can be kept of what a provider has verified, in words.
final class Kept {
    private Kept() {}

    static Text words(String claim) {
        return switch (claim) {
            case "name" -> Text.of("氏名", "Name");
            case "address" -> Text.of("住所", "Address");
            case "birthdate" -> Text.of("生年月日", "Date of birth");
            case "gender" -> Text.of("性別", "Gender");
            default -> Text.of(claim, claim);
        };
    }
}
