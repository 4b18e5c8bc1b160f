package tsukasa.demo;

import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;

/// A company that does not exist. Its corporate number passes the check but begins with an office code nobody has.
///
/// @param industry code of the Japan Standard Industrial Classification division, `E` for manufacturing
/// @param capital  in yen
public record InventedCompany(
        CorporateNumber number,
        String name,
        String kana,
        String english,
        Prefecture prefecture,
        String industry,
        int employees,
        long capital) {}
