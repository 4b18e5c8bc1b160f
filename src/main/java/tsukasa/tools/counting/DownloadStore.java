package tsukasa.tools.counting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.tools.Downloads.Counted;
import tsukasa.tools.Downloads.Download;
import tsukasa.tools.ToolName;

@Repository
class DownloadStore {
    private final JdbcClient database;

    DownloadStore(JdbcClient database) {
        this.database = database;
    }

    void add(long release, UUID file, String name, Instant at) {
        database.sql("insert into tools.download (at, release, file, file_name) values (:at, :release, :file, :name)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("release", release)
                .param("file", file)
                .param("name", name)
                .update();
    }

    Map<ToolName, Long> byTool() {
        Map<ToolName, Long> counts = new HashMap<>();
        database.sql("""
                        select t.name, count(*) from tools.download d
                          join tools.release r on r.id = d.release join tools.tool t on t.id = r.tool group by t.name
                        """).query(row -> {
            counts.put(new ToolName(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    Map<String, Long> byVersion(ToolName tool) {
        Map<String, Long> counts = new HashMap<>();
        database.sql("""
                        select r.version, count(*) from tools.download d
                          join tools.release r on r.id = d.release join tools.tool t on t.id = r.tool
                         where t.name = :tool group by r.version
                        """).param("tool", tool.value()).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    void each(String tool, Consumer<Download> taker) {
        long after = 0;
        long[] last = {0};
        do {
            after = last[0];
            database.sql("""
                            select d.id, d.at, t.name, r.version, d.file_name from tools.download d
                              join tools.release r on r.id = d.release join tools.tool t on t.id = r.tool
                             where d.id > :after and (:tool = '' or t.name = :tool) order by d.id limit 5000
                            """).param("after", after).param("tool", tool).query(row -> {
                last[0] = row.getLong("id");
                taker.accept(new Download(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new ToolName(row.getString("name")),
                        row.getString("version"),
                        row.getString("file_name")));
            });
        } while (last[0] > after);
    }

    List<Counted> months(String tool) {
        return database.sql("""
                        select to_char(d.at at time zone 'Asia/Tokyo', 'YYYY-MM') as month, t.name, r.version, count(*) as n
                          from tools.download d
                          join tools.release r on r.id = d.release join tools.tool t on t.id = r.tool
                         where :tool = '' or t.name = :tool
                         group by 1, 2, 3, r.id order by 1, 2, r.id
                        """)
                .param("tool", tool)
                .query((row, _) -> new Counted(
                        YearMonth.parse(row.getString("month")),
                        new ToolName(row.getString("name")),
                        row.getString("version"),
                        row.getLong("n")))
                .list();
    }
}
