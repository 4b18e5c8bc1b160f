package tsukasa.scheme.definition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Definitions, once recorded, never change.
@Component
class DefinitionStore {
    private final JdbcClient jdbc;

    DefinitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Recorded(int version, String digest, String source) {}

    /// Keeps the version unless it is there; the digest that is there afterwards.
    String record(String scheme, int version, String digest, String source, Instant now) {
        jdbc.sql("""
                insert into scheme.definition (scheme, version, digest, source, recorded_at)
                values (:scheme, :version, :digest, :source::jsonb, :now)
                on conflict (scheme, version) do nothing
                """)
                .param("scheme", scheme)
                .param("version", version)
                .param("digest", digest)
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select digest from scheme.definition where scheme = :scheme and version = :version")
                .param("scheme", scheme)
                .param("version", version)
                .query(String.class)
                .single();
    }

    /// Row policies read from here whose cases these are.
    void handledBy(String scheme, @Nullable String department) {
        jdbc.sql("""
                insert into scheme.handling as h (scheme, department) values (:scheme, :department)
                on conflict (scheme) do update set department = excluded.department
                 where h.department is distinct from excluded.department
                """).param("scheme", scheme).param("department", department).update();
    }

    /// The highest version that was ever in force; 0 when there was none.
    int newest(String scheme) {
        return jdbc.sql("select coalesce(max(version), 0) from scheme.definition where scheme = :scheme")
                .param("scheme", scheme)
                .query(Integer.class)
                .single();
    }

    Optional<Recorded> version(String scheme, int version) {
        return jdbc.sql("""
                select version, digest, source::text as source from scheme.definition
                where scheme = :scheme and version = :version
                """)
                .param("scheme", scheme)
                .param("version", version)
                .query(Recorded.class)
                .optional();
    }
}
