package tsukasa.scheme.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.kernel.database.Walls;
import tsukasa.scheme.DeclarationExamples;
import tsukasa.scheme.Handling;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Receipt;
import tsukasa.testing.OwnersDatabase;

/// 担当者: a case is handled by somebody, and what changes about that is in its history.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(4)-②-b")
class HandlersTests {
    private static final String LIST = "/staff/security-action";
    private final Office office;
    private final Intake intake;
    private final Handling handling;
    private final Letters letters;
    private final JdbcClient owner;
    private final Person boss;
    private final Person sato;
    private final Person suzuki;
    private final Person elsewhere;

    @Autowired
    HandlersTests(
            MockMvc browser,
            People people,
            Intake intake,
            Handling handling,
            Letters letters,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.office = new Office(browser, people);
        this.intake = intake;
        this.handling = handling;
        this.letters = letters;
        this.owner = owner;
        this.boss = office.of("security", "課長 長子", Role.SUPERVISOR);
        this.sato = office.of("security", "佐藤 一子", Role.STAFF);
        this.suzuki = office.of("security", "鈴木 二郎", Role.STAFF);
        this.elsewhere = office.of("exam", "試験 係", Role.STAFF);
    }

    private String declared(int index, String name) {
        Map<String, Object> answers = DeclarationExamples.oneStar(index);
        answers.put("name", name);
        return switch (intake.submitAll(List.of(DeclarationExamples.submission("handled-" + index, answers)))
                .getFirst()) {
            case Receipt.Registered(var number) -> number;
            case Receipt.Repeated(var number) -> number;
            default -> throw new IllegalStateException("not registered");
        };
    }

    private static String at(String number) {
        return LIST + "/cases/" + number;
    }

    private int taken(Person who, String number) throws Exception {
        return office.status(who, post(at(number) + "/take"));
    }

    private int given(Person to, String number) throws Exception {
        return office.status(
                boss, post(at(number) + "/handlers").param("person", to.id().toString()));
    }

    private List<String> mailTo(Person person, String number) {
        return owner.sql("""
                select l.subject || ' ' || c.body from mail.letter l join mail.letter_content c on c.letter = l.id
                where l.to_address = :to and (l.subject || c.body) like '%' || :number || '%' order by l.written_at
                """)
                .param("to", person.email().value())
                .param("number", number)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void a_case_that_nobody_handles_is_taken_by_whoever_offers() throws Exception {
        String number = declared(9301, "引き受けられる商店");
        assertThat(office.page(sato, at(number))).contains("まだいません", "引き受ける");
        assertThat(taken(sato, number)).isEqualTo(303);
        assertThat(office.page(suzuki, at(number)))
                .contains("佐藤 一子", "担当を引き受けた", "記録されたときのままです")
                .doesNotContain("引き受ける</button>");
        assertThat(mailTo(sato, number))
                .as("who does it oneself need not be told")
                .isEmpty();
    }

    @Test
    void of_two_who_take_a_case_at_once_one_does_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = declared(9310 + round, "取り合いの商店" + round);
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<Callable<Handling.Outcome>> takers = List.of(taker(sato, number), taker(suzuki, number));
                List<Handling.Outcome> outcomes =
                        two.invokeAll(takers).stream().map(Future::resultNow).toList();
                assertThat(outcomes)
                        .filteredOn(Handling.Outcome.Done.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(Handling.Outcome.Taken.class::isInstance)
                        .hasSize(1);
            }
        }
        String number = declared(9316, "遅れた商店");
        taken(sato, number);
        assertThat(taken(suzuki, number)).isEqualTo(303);
        assertThat(office.page(suzuki, at(number))).contains("佐藤 一子").doesNotContain("<b>鈴木 二郎</b>");
    }

    private Callable<Handling.Outcome> taker(Person who, String number) {
        return () -> Walls.as(office.visitor(who).acting(), () -> handling.take(number, office.visitor(who)));
    }

    @Test
    void who_supervises_gives_a_case_to_a_colleague_who_is_told_by_mail() throws Exception {
        String number = declared(9320, "決められる商店");
        assertThat(given(suzuki, number)).isEqualTo(303);
        assertThat(office.page(boss, at(number)))
                .contains("鈴木 二郎", "担当者を決めた　鈴木 二郎")
                .doesNotContain("届いた　決められる商店");
        assertThat(mailTo(suzuki, number))
                .singleElement()
                .asString()
                .contains("課長 長子さんが")
                .doesNotContain("決められる商店");
    }

    @Test
    void who_does_not_supervise_gives_nothing_to_anybody() throws Exception {
        String number = declared(9321, "決められない商店");
        String suzukis = suzuki.id().toString();
        assertThat(office.status(sato, post(at(number) + "/handlers").param("person", suzukis)))
                .isEqualTo(403);
        assertThat(office.status(
                        sato, post(LIST + "/handlers").param("number", number).param("person", suzukis)))
                .isEqualTo(403);
        assertThat(office.status(elsewhere, post(at(number) + "/take"))).isEqualTo(403);
        assertThat(office.page(sato, LIST)).doesNotContain("type=\"checkbox\"");
        assertThat(office.page(sato, at(number))).contains("まだいません");
    }

    @Test
    void nobody_of_another_department_is_given_a_case() throws Exception {
        String number = declared(9322, "よそに渡らない商店");
        MockHttpServletResponse response = office.asked(
                boss,
                post(at(number) + "/handlers").param("person", elsewhere.id().toString()));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("この制度の案件を扱う人の中から");
        assertThat(office.status(boss, post(at(number) + "/handlers").param("person", "だれか")))
                .isEqualTo(422);
        assertThat(office.page(boss, at(number))).contains("まだいません");
    }

    @Test
    void a_handler_hands_over_with_a_word_that_stays_in_the_history() throws Exception {
        String number = declared(9323, "引き継がれる商店");
        taken(sato, number);
        String suzukis = suzuki.id().toString();
        assertThat(office.status(sato, post(at(number) + "/handover").param("person", suzukis)))
                .as("without a word")
                .isEqualTo(422);
        assertThat(office.status(
                        suzuki,
                        post(at(number) + "/handover").param("person", suzukis).param("word", "x")))
                .as("by somebody who does not handle it")
                .isEqualTo(303);
        assertThat(office.page(boss, at(number))).contains("<b>佐藤 一子</b>");
        assertThat(office.status(
                        sato,
                        post(at(number) + "/handover").param("person", suzukis).param("word", "電話で確認済みです")))
                .isEqualTo(303);
        assertThat(office.page(boss, at(number)))
                .contains("<b>鈴木 二郎</b>", "担当を引き継いだ", "電話で確認済みです")
                .doesNotContain("<b>佐藤 一子</b>");
        assertThat(mailTo(suzuki, number)).singleElement().asString().contains("電話で確認済みです");
    }

    @Test
    void a_handler_lays_a_case_down_and_is_relieved_of_one_by_who_supervises() throws Exception {
        String number = declared(9324, "手放される商店");
        taken(sato, number);
        assertThat(office.status(sato, post(at(number) + "/release"))).isEqualTo(422);
        assertThat(office.status(sato, post(at(number) + "/release").param("word", "休職のため")))
                .isEqualTo(303);
        assertThat(office.page(sato, at(number))).contains("まだいません", "担当を外れた", "休職のため");
        taken(suzuki, number);
        String removal = at(number) + "/handlers/" + suzuki.id() + "/removal";
        assertThat(office.status(sato, post(removal).param("word", "x"))).isEqualTo(403);
        assertThat(office.status(boss, post(removal).param("word", "ほかの案件を優先"))).isEqualTo(303);
        assertThat(office.page(boss, at(number))).contains("まだいません", "ほかの案件を優先");
        assertThat(mailTo(suzuki, number)).singleElement().asString().contains("担当を外れました");
    }

    @Test
    void a_list_is_narrowed_down_to_ones_own_to_nobodys_and_to_a_colleagues() throws Exception {
        String mine = declared(9330, "一覧の甲商店");
        String theirs = declared(9331, "一覧の乙商店");
        String nobodys = declared(9332, "一覧の丙商店");
        taken(sato, mine);
        taken(suzuki, theirs);
        String named = LIST + "?q=一覧の&handler=";
        assertThat(office.page(sato, named + "me")).contains(mine).doesNotContain(theirs, nobodys);
        assertThat(office.page(sato, named + "none")).contains(nobodys).doesNotContain(mine, theirs);
        assertThat(office.page(sato, named + suzuki.id())).contains(theirs).doesNotContain(mine, nobodys);
        assertThat(office.page(sato, named + "だれか")).contains(mine, theirs, nobodys);
        String sorted = office.page(boss, LIST + "?q=一覧の&sort=-handler");
        assertThat(sorted.indexOf(nobodys)).isBetween(0, sorted.indexOf(mine));
        String other = office.page(boss, LIST + "?q=一覧の&sort=handler");
        assertThat(other.indexOf(nobodys)).isGreaterThan(other.indexOf(mine));
    }

    @Test
    void the_staff_menu_counts_ones_own_cases_that_have_not_ended() throws Exception {
        Person tanaka = office.of("security", "田中 三子", Role.STAFF);
        String one = declared(9333, "数えられる商店");
        String ended = declared(9334, "終わった商店");
        taken(tanaka, one);
        taken(tanaka, ended);
        office.asked(tanaka, post(at(ended) + "/withdrawal").param("reason", "廃業"));
        assertThat(office.page(tanaka, "/staff")).containsPattern("(?s)自分の担当</a>.*?class=\"num\">1<");
        assertThat(office.page(tanaka, "/staff/schemes/mine"))
                .contains("数えられる商店")
                .doesNotContain("終わった商店");
        assertThat(office.page(tanaka, "/staff/schemes")).contains(LIST + "?handler=me");
    }

    @Test
    void many_cases_are_given_at_once_and_each_is_answered_for() throws Exception {
        String free = declared(9340, "まとめての甲");
        String other = declared(9341, "まとめての乙");
        taken(sato, other);
        MockHttpServletResponse report = office.asked(
                boss,
                post(LIST + "/handlers")
                        .param("person", suzuki.id().toString())
                        .param("number", free, other, "SA-1999-000001", free));
        assertThat(report.getStatus()).isEqualTo(200);
        assertThat(report.getContentAsString(StandardCharsets.UTF_8))
                .contains("3件のうち、1件の担当者を決めました", "佐藤 一子 さんが担当しています", "この番号の案件はありません");
        assertThat(office.page(boss, at(other))).contains("<b>佐藤 一子</b>");
        office.asked(
                boss,
                post(LIST + "/handlers")
                        .param("person", suzuki.id().toString())
                        .param("where", "instead")
                        .param("number", free, other));
        assertThat(office.page(boss, at(other))).contains("<b>鈴木 二郎</b>").doesNotContain("<b>佐藤 一子</b>");
        assertThat(office.page(boss, at(free))).contains("<b>鈴木 二郎</b>");
        assertThat(office.status(boss, post(LIST + "/handlers").param("number", free)))
                .isEqualTo(422);
        assertThat(office.status(
                        boss,
                        post(LIST + "/handlers").param("person", suzuki.id().toString())))
                .isEqualTo(422);
    }

    @Test
    void a_handler_who_leaves_the_department_is_marked_and_no_longer_reaches_the_case() throws Exception {
        Person leaving = office.of("security", "去る 人", Role.STAFF);
        String number = declared(9350, "残される商店");
        taken(leaving, number);
        assertThat(office.status(leaving, get(at(number)))).isEqualTo(200);
        office.people().give(leaving.id(), Role.STAFF, Reach.over(Set.of("exam")));
        assertThat(office.status(leaving, get(at(number)))).isEqualTo(403);
        assertThat(office.page(leaving, "/staff/schemes/mine")).doesNotContain("残される商店");
        assertThat(office.page(boss, at(number))).contains("去る 人", "いまは担当部署にいません");
        letters.tellHandlers(number, Letters.Happening.WITHDRAWN);
        assertThat(mailTo(leaving, number)).isEmpty();
    }

    @Test
    void handlers_are_told_what_the_subject_did() throws Exception {
        String number = declared(9351, "知らせる商店");
        taken(sato, number);
        letters.tellHandlers(number, Letters.Happening.CHANGED);
        assertThat(mailTo(sato, number))
                .singleElement()
                .asString()
                .contains("本人が内容を変更しました")
                .doesNotContain("知らせる商店");
    }

    @Test
    void who_gave_what_to_whom_is_in_the_audit_trail() throws Exception {
        String number = declared(9352, "証跡の商店");
        given(sato, number);
        office.asked(
                boss, post(at(number) + "/handlers/" + sato.id() + "/removal").param("word", "交代"));
        assertThat(owner.sql("select action from audit.waiting where object_id = ? union all"
                                + " select action from audit.entry where object_id = ?")
                        .params(number, number)
                        .query(String.class)
                        .list())
                .contains("case.assigned", "case.relieved");
    }
}
