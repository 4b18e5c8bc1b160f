package tsukasa.identity.access;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/// That a session is used is written down at most once a minute, or every thirtieth of the time after which it ends
/// unused: each request would otherwise wait for the disk, and make whatever else was remembered look outdated.
@Component
class SessionUseStore implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {
    /// The values come in the order that Spring Session prescribes.
    private static final String USED = """
            update %TABLE_NAME% session
               set session_id = now.session_id, last_access_time = now.last_access_time,
                   max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
                   principal_name = now.principal_name
              from (values (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::text))
                   as now (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
             where session.primary_id = now.primary_id::char(36)
               and ((session.session_id, session.max_inactive_interval, session.principal_name)
                      is distinct from (now.session_id::char(36), now.max_inactive_interval, now.principal_name)
                    or now.last_access_time - session.last_access_time
                      >= least(60000, now.max_inactive_interval::bigint * 1000 / 30))
            """;

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setUpdateSessionQuery(USED);
    }
}
