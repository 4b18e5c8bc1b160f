package tsukasa.search;

/// What a process may do with an index. Of several that share a folder one writes.
public enum IndexRole {
    WRITING,
    READING
}
