package tsukasa.watching.keeping;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The columns of many judgements.
record Judgements(List<Judged> all) {
    JdbcClient.StatementSpec into(JdbcClient.StatementSpec statement) {
        return statement
                .param("severities", all.stream().map(Judged::severity).toArray(Integer[]::new))
                .param("tenths", all.stream().map(Judged::tenths).toArray(Integer[]::new))
                .param("exploited", all.stream().map(Judged::exploited).toArray(Boolean[]::new))
                .param("sure", all.stream().map(Judged::sure).toArray(Boolean[]::new))
                .param("feeds", ChangeStore.texts(all, Judged::feed))
                .param("parties", ChangeStore.texts(all, Judged::party))
                .param("rules", ChangeStore.texts(all, Judged::rule))
                .param("versions", ChangeStore.texts(all, Judged::version))
                .param("told", ChangeStore.texts(all, Judged::told))
                .param("orders", ChangeStore.texts(all, Judged::order))
                .param("fixes", ChangeStore.texts(all, Judged::fix));
    }
}
