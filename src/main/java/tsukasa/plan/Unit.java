package tsukasa.plan;

import tsukasa.kernel.Text;

/// What one counted thing is called: 社, 件, 名, 組織, or a share.
///
/// @param ratio a share, shown in per cent and compared as an exact fraction
public record Unit(String code, Text title, boolean ratio) {}
