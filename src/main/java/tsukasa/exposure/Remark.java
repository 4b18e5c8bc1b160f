package tsukasa.exposure;

import tsukasa.kernel.Text;

/// Something in a document that its specification does not allow, but that does not keep it from being read.
///
/// @param where the place in the document, as people find it
public record Remark(Text what, Text where) {}
