package tsukasa.naming;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A package URL (purl): a package by the names of its own ecosystem, already in canonical form.
public record PackageUrl(
        String type,
        @Nullable String namespace,
        String name,
        @Nullable String version,
        SortedMap<String, String> qualifiers,
        @Nullable String subpath) {
    public PackageUrl {
        qualifiers = Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
    }
}
