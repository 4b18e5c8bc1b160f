package tsukasa.scheme.definition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
