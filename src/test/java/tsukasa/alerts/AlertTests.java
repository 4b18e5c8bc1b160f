package tsukasa.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.alerts.AlertExamples.APPROVER;
import static tsukasa.alerts.AlertExamples.COLLEAGUE;
import static tsukasa.alerts.AlertExamples.WRITER;
import static tsukasa.alerts.AlertExamples.closed;
import static tsukasa.alerts.AlertExamples.done;
import static tsukasa.alerts.AlertExamples.published;
import static tsukasa.alerts.AlertExamples.words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.alerts.Alert.Standing;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertQuestion.Span;
import tsukasa.kernel.foureyes.DraftOutcome;
import tsukasa.kernel.foureyes.DraftOutcome.Changed;
import tsukasa.kernel.foureyes.DraftOutcome.SamePerson;
import tsukasa.kernel.foureyes.DraftOutcome.Wrong;
import tsukasa.kernel.foureyes.DraftState;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.round.Round;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-④-a")
class AlertTests {
    private final AlertWriting desk;
    private final Alerts alerts;
    private final Round round;
    private final JdbcClient database;

    @Autowired
    AlertTests(AlertWriting desk, Alerts alerts, Round alertRound, JdbcClient database) {
        this.desk = desk;
        this.alerts = alerts;
        this.round = alertRound;
        this.database = database;
    }

    private List<String> found(String words) {
        return alerts.list(AlertQuestion.ALL.words(words)).alerts().stream()
                .map(alert -> alert.content().title().ja())
                .toList();
    }

    private static List<String> fields(DraftOutcome<AlertDraft> outcome) {
        return ((Wrong<AlertDraft>) outcome).faults().stream().map(Fault::field).toList();
    }

    @Test
    void nothing_of_a_draft_can_be_found_until_it_is_published() {
        long mark = alerts.mark();
        AlertDraft draft = done(desk.begin(words("秘密の門番"), WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), draft.seen(), WRITER));
        assertThat(found("秘密の門番")).isEmpty();
        assertThat(alerts.mark()).isEqualTo(mark);
        assertThat(sent.of()).as("a number would tell that there is something").isEmpty();
        done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER));
        assertThat(found("秘密の門番")).containsExactly("秘密の門番の脆弱性について");
        assertThat(alerts.mark()).isGreaterThan(mark);
    }

    @Test
    void nobody_approves_what_they_wrote_any_part_of() {
        AlertDraft draft = done(desk.begin(words("四つの目"), COLLEAGUE));
        AlertDraft written = done(desk.write(draft.id(), draft.seen(), words("四つの目"), WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), written.seen(), WRITER));
        assertThat(desk.publish(sent.id(), sent.seen(), Optional.empty(), COLLEAGUE))
                .isInstanceOf(SamePerson.class);
        assertThat(found("四つの目")).isEmpty();
        done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER));
    }

    @Test
    void what_is_not_complete_is_not_submitted_and_all_that_is_missing_is_said() {
        AlertDraft empty = done(desk.begin(AlertWords.NONE, WRITER));
        assertThat(fields(desk.submit(empty.id(), empty.seen(), WRITER)))
                .contains("titleJa", "titleEn", "summaryJa", "actionEn", "urgency", "contact");
    }

    @Test
    void numbers_addresses_and_products_that_do_not_exist_are_refused() {
        AlertWords good = words("でたらめ");
        AlertWords wrong = new AlertWords(
                good.titleJa(),
                good.titleEn(),
                good.summaryJa(),
                good.summaryEn(),
                good.actionJa(),
                good.actionEn(),
                "URGENT",
                "cpe:2.3:a:no_such_vendor:thing | 1",
                "CVE-21-1",
                "javascript:alert(1) here",
                good.contact(),
                "",
                "");
        AlertDraft draft = done(desk.begin(wrong, WRITER));
        assertThat(fields(desk.submit(draft.id(), draft.seen(), WRITER)))
                .containsExactly("urgency", "products", "cves", "references");
    }

    @Test
    void a_product_of_the_register_is_found_by_its_cpe_name_and_called_as_the_register_calls_it() {
        database.sql(
                        "insert into vulnerability.vendor (id, key, name_en) overriding user value values (0, 'alert_kaze', 'Alert Kaze')")
                .update();
        long product = database.sql("""
                        insert into vulnerability.product (vendor, kind, key)
                        select id, 'a', 'kaze_proxy' from vulnerability.vendor where key = 'alert_kaze' returning id
                        """).query(Long.class).single();
        AlertWords typed = words("風の代理");
        AlertWords words = new AlertWords(
                typed.titleJa(),
                typed.titleEn(),
                typed.summaryJa(),
                typed.summaryEn(),
                typed.actionJa(),
                typed.actionEn(),
                typed.urgency(),
                "cpe:2.3:a:alert_kaze:kaze_proxy:3.1",
                "",
                "",
                typed.contact(),
                "",
                "");
        AlertDraft draft = done(desk.begin(words, WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), draft.seen(), WRITER));
        done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER));
        assertThat(alerts.list(AlertQuestion.ALL.products(Set.of(product))).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.content().products())
                        .containsExactly(new AlertContent.Concerned(
                                product,
                                "Alert Kaze",
                                "Kaze Proxy",
                                "cpe:2.3:a:alert_kaze:kaze_proxy:*:*:*:*:*:*:*:*",
                                "3.1")));
        assertThat(alerts.list(AlertQuestion.ALL.products(Set.of())).total()).isZero();
    }

    @Test
    void an_update_is_a_new_edition_that_says_what_is_new_and_keeps_the_number() {
        AlertNumber number = published(desk, "更新される件");
        AlertDraft next = done(desk.begin(Kind.UPDATE, number, WRITER));
        assertThat(next.words().titleJa()).isEqualTo("更新される件の脆弱性について");
        assertThat(desk.begin(Kind.END, number, COLLEAGUE)).as("one at a time").isInstanceOf(Changed.class);
        assertThat(desk.submit(next.id(), next.seen(), WRITER))
                .as("what is new must be said")
                .isInstanceOf(Wrong.class);
        AlertDraft said =
                done(desk.write(next.id(), next.seen(), next.words().saying("修正版が出た。", "A fix is out."), WRITER));
        AlertDraft sent = done(desk.submit(said.id(), said.seen(), WRITER));
        done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER));
        Alert alert = alerts.find(number).orElseThrow();
        assertThat(alert.edition()).isEqualTo(2);
        assertThat(alert.editions().getLast().what().en()).isEqualTo("A fix is out.");
        assertThat(alert.updated()).isAfter(alert.published());
    }

    @Test
    void what_ended_may_begin_again_and_what_was_withdrawn_may_not() {
        AlertNumber number = published(desk, "終わる件");
        closed(desk, Kind.END, number);
        assertThat(alerts.find(number).orElseThrow().standing()).isEqualTo(Standing.ENDED);
        assertThat(desk.begin(Kind.END, number, WRITER)).isInstanceOf(Changed.class);
        closed(desk, Kind.WITHDRAWAL, number);
        assertThat(alerts.find(number).orElseThrow().standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(desk.begin(Kind.UPDATE, number, WRITER)).isInstanceOf(Changed.class);
    }

    @Test
    void what_is_approved_for_a_time_waits_for_it_and_can_be_given_back_until_then() throws Exception {
        AlertDraft draft = done(desk.begin(words("時を待つ件"), WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), draft.seen(), WRITER));
        Instant past = Instant.now().minus(Duration.ofMinutes(1));
        assertThat(desk.publish(sent.id(), sent.seen(), Optional.of(past), APPROVER))
                .isInstanceOf(Wrong.class);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        AlertDraft waiting = done(desk.publish(sent.id(), sent.seen(), Optional.of(later), APPROVER));
        round.work().look(() -> true);
        assertThat(found("時を待つ件")).isEmpty();
        assertThat(desk.giveBack(waiting.id(), waiting.seen(), " ", APPROVER)).isInstanceOf(Wrong.class);
        AlertDraft back = done(desk.giveBack(waiting.id(), waiting.seen(), "版の番号が違う", APPROVER));
        assertThat(back.state()).isEqualTo(DraftState.DRAFT);
        AlertDraft again = done(desk.submit(back.id(), back.seen(), WRITER));
        done(desk.publish(again.id(), again.seen(), Optional.of(later), APPROVER));
        database.sql("update alerts.draft set due = now() - interval '1 second' where id = :id")
                .param("id", draft.id())
                .update();
        round.work().look(() -> true);
        assertThat(found("時を待つ件")).hasSize(1);
    }

    @Test
    void whoever_saw_an_older_state_changes_nothing() {
        AlertDraft draft = done(desk.begin(words("古い画面"), WRITER));
        done(desk.write(draft.id(), draft.seen(), words("古い画面"), COLLEAGUE));
        assertThat(desk.write(draft.id(), draft.seen(), words("古い画面"), WRITER)).isInstanceOf(Changed.class);
        assertThat(desk.submit(draft.id(), draft.seen(), WRITER)).isInstanceOf(Changed.class);
        assertThat(desk.discard(draft.id(), draft.seen(), WRITER)).isInstanceOf(Changed.class);
    }

    @Test
    void alerts_are_found_by_every_word_in_either_language_and_by_when_they_came_out() {
        AlertNumber number = published(desk, "ＫＡＺＥ検索");
        assertThat(found("kaze検索 CVE-2026-1234567")).hasSize(1);
        assertThat(found("kaze検索 update")).hasSize(1);
        assertThat(found("kaze検索 downgrade")).isEmpty();
        assertThat(found("100%_'; drop table alerts.alert")).isEmpty();
        Instant at = alerts.find(number).orElseThrow().published();
        AlertQuestion named = AlertQuestion.ALL.words("kaze検索");
        assertThat(alerts.list(named.between(new Span(at, at.plusMillis(1)), Span.OPEN))
                        .total())
                .isEqualTo(1);
        assertThat(alerts.list(named.between(new Span(null, at), Span.OPEN)).total())
                .isZero();
    }
}
