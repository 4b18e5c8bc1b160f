package tsukasa.exposure.installed;

import tsukasa.kernel.Text;

/// Software that many people have on their desks.
///
/// @param id      as addresses and forms write it
/// @param vendor  as CPE writes it
/// @param product as CPE writes it
/// @param where   where its version stands
/// @param example a version as it is written
record Software(String id, Text name, Text maker, String vendor, String product, Text where, String example) {}
