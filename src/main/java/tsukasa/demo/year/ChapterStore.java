package tsukasa.demo.year;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ChapterStore {
    private final JdbcClient jdbc;

    ChapterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean told(String name) {
        return jdbc.sql("select exists (select 1 from demo.chapter where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void markTold(String name) {
        jdbc.sql("insert into demo.chapter (name, told_at) values (:name, now()) on conflict do nothing")
                .param("name", name)
                .update();
    }
}
