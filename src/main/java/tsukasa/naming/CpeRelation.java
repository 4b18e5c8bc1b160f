package tsukasa.naming;

/// How a source stands to a target (NISTIR 7696, table 6-1).
public enum CpeRelation {
    /// The source means all of the target and more.
    SUPERSET,
    /// The source means a part of the target only.
    SUBSET,
    EQUAL,
    /// Nothing is meant by both.
    DISJOINT,
    /// The standard defines no relation: the target has wildcards, or attributes point different ways.
    UNDEFINED
}
