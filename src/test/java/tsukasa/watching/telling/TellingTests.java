package tsukasa.watching.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.identity.People;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.OwnersDatabase;
import tsukasa.watching.Fact;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.Findings;
import tsukasa.watching.Letters;
import tsukasa.watching.WatchExample;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchNews.Happening;
import tsukasa.watching.WatchNews.Kind;

/// One letter for all that happened to a list, in its language, for its owner alone.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class TellingTests {
    private static int number = 8000;
    private final JdbcClient owner;
    private final WatchExample example;
    private final WatchLists lists;
    private final Findings findings;
    private final People people;
    private final Postman postman;

    @Autowired
    TellingTests(
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            WatchLists lists,
            Findings findings,
            People people,
            Postman postman) {
        this.owner = owner;
        this.example = new WatchExample(owner);
        this.lists = lists;
        this.findings = findings;
        this.people = people;
        this.postman = postman;
    }

    private WatchNews news(Language language, Kind kind, Fact... facts) {
        number += 10;
        String product = "a:mimamori:letter" + number;
        example.entry(number, product, "[1.0 2.0)", 4, 98, true);
        UUID person = people.ensure(EmailAddress.of("watch" + number + "@example.jp"), "見守 花子", Language.JA)
                .id();
        WatchList list = lists.make(person, "社内\nサーバー", "", language);
        lists.add(person, list.id(), List.of(WatchExample.item(product, "1.5")), null);
        lists.tell(person, list.id(), Letters.AT_ONCE, language);
        var finding = findings.list(person, FindingQuestion.waiting(java.util.Set.of(list.id()), 1))
                .findings()
                .getFirst();
        return new WatchNews(
                lists.find(person, list.id()).orElseThrow(),
                List.of(new Happening(1, kind, finding, null, List.of(facts), finding.since())));
    }

    private record Written(String subject, String body, boolean secret) {}

    private Written written() {
        return owner.sql("""
                        select l.subject, c.body, c.secret from mail.letter l join mail.letter_content c on c.letter = l.id
                         where l.to_address = :to
                        """)
                .param("to", "watch" + number + "@example.jp")
                .query((row, _) -> new Written(row.getString(1), row.getString(2), row.getBoolean(3)))
                .single();
    }

    @Test
    void a_letter_names_version_reason_and_where_to_read_on_and_is_secret() {
        postman.write(news(Language.EN, Kind.NEW));
        Written letter = written();
        assertThat(letter.subject())
                .startsWith("[Exploited] Watch list")
                .contains("1 new")
                .doesNotContain("\n");
        assertThat(letter.body()).contains("Newly affected", "1.5", "from 1.0", "/watch/findings/", "/settings");
        assertThat(letter.secret()).isTrue();
    }

    @Test
    void a_letter_in_japanese_tells_what_changed_apart_from_what_is_new() {
        postman.write(news(Language.JA, Kind.CHANGED, Fact.EXPLOITED));
        Written letter = written();
        assertThat(letter.subject()).startsWith("【悪用あり】見守り").contains("変更1件");
        assertThat(letter.body()).contains("内容の変更", "悪用が確認された").doesNotContain("新しく該当");
    }

    @Test
    void nobody_is_written_to_whose_account_is_closed() {
        WatchNews news = news(Language.JA, Kind.NEW);
        people.close(news.list().owner());
        postman.write(news);
        assertThat(owner.sql("select count(*) from mail.letter where to_address = :to and subject like '%見守り%'")
                        .param("to", "watch" + number + "@example.jp")
                        .query((row, _) -> row.getLong(1))
                        .single())
                .isZero();
    }
}
