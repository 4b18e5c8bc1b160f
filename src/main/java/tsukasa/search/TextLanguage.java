package tsukasa.search;

/// How a text is taken apart.
public enum TextLanguage {
    /// Words in their dictionary form; pairs of characters besides, for whatever no dictionary has.
    JA,
    /// Words without their endings.
    EN,
    /// Names, numbers and versions, exactly.
    CODE
}
