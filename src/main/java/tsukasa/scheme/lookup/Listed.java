package tsukasa.scheme.lookup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 登録簿の一行: what anyone may see of an entry. Who to contact, people and capital are not among it.
///
/// @param subject the corporate number; empty for a business without one
record Listed(
        String number,
        String subject,
        String name,
        @Nullable String kana,
        @Nullable String english,
        String prefecture,
        String industry,
        String level,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
