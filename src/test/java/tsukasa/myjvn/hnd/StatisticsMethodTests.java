package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.Covers;
import tsukasa.vulnerability.Statistics.Dimension;
import tsukasa.vulnerability.Statistics.Period;
import tsukasa.vulnerability.Statistics.Row;
import tsukasa.vulnerability.Statistics.Table;
import tsukasa.vulnerability.Statistics.Totals;
import tsukasa.vulnerability.StatisticsQuestion;

@Covers("Ⅰ-1-(1-2)-②-a")
class StatisticsMethodTests extends HndExample {
    private static final String STATISTICS = "/myjvn?method=getStatistics&feed=hnd";
    private final List<StatisticsQuestion> questions = new ArrayList<>();

    @BeforeEach
    void someCounts() {
        when(statistics.totals()).thenReturn(new Totals(234_395, 30_055, 77_881));
        when(statistics.count(any())).thenAnswer(call -> {
            StatisticsQuestion question = call.getArgument(0);
            questions.add(question);
            Period period = Period.of(question.step(), LocalDate.of(2025, 2, 1));
            Map<String, Long> each = Map.of("CRITICAL", 2L, "LOW", 3L, "UNSCORED", 4L);
            return new Table(List.of(new Row(period, 9, each), new Row(period.next(), 0, Map.of())), 1);
        });
    }

    @Test
    void all_themes_are_told_with_their_totals() throws Exception {
        assertThat(text(STATISTICS + "&theme=sumAll&cweId=cwe-79"))
                .contains("<mjstat:resDataTotal vulinfo=\"234395\" vendor=\"30055\" product=\"77881\"/>")
                .contains("<mjstat:resData date=\"2025\" cntAll=\"9\"/><mjstat:resData date=\"2026\" cntAll=\"0\"/>")
                .contains("cntAll=\"5\" cntC=\"2\" cntH=\"0\" cntM=\"0\" cntL=\"3\" cntN=\"0\"")
                .contains("<mjstat:sumCwe cweId=\"CWE-79\">", "クロスサイトスクリプティング")
                .contains("retMaxCnt=\"9\"", "totalRes=\"2\"", "theme=\"sumAll\"");
        assertThat(questions)
                .extracting(StatisticsQuestion::dimension)
                .containsExactly(Dimension.NONE, Dimension.CVSS_V3, Dimension.NONE);
        assertThat(questions.getLast().cwe()).isEqualTo("CWE-79");
        assertThat(questions.getFirst().cwe()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sumAll", "sumJvnDb&type=q", "sumCvss&type=m&lang=en", "sumCwe&cweId=CWE-79", "sumCwe", "x"})
    void answers_are_valid_by_the_published_schemas(String theme) throws Exception {
        PublishedSchemas.check(text(STATISTICS + "&theme=" + theme + "&pid=1x&cpeName=cpe:/a:b"));
        PublishedSchemas.check(text(STATISTICS + "&theme=" + theme));
    }

    @Test
    void quarters_and_months_are_written_as_clients_know_them() throws Exception {
        assertThat(text(STATISTICS + "&theme=sumJvnDb&type=q")).contains("date=\"2025-1Q\"");
        assertThat(text(STATISTICS + "&theme=sumJvnDb&type=m")).contains("date=\"2025-02\"");
    }

    @Test
    void a_span_ends_with_the_last_day_of_its_year_or_month() throws Exception {
        text(STATISTICS + "&theme=sumJvnDb&datePublicStartY=2004&datePublicStartM=2&datePublicEndY=2010&pid=5+6");
        assertThat(questions.getFirst().from()).isEqualTo("2004-02-01");
        assertThat(questions.getFirst().until()).isEqualTo("2010-12-31");
        assertThat(questions.getFirst().products()).isEqualTo(Set.of(5L, 6L));
    }

    @Test
    void an_empty_database_has_nothing_to_count() throws Exception {
        doReturn(new Table(List.of(), 0)).when(statistics).count(any());
        assertThat(text(STATISTICS + "&theme=sumAll"))
                .contains("totalRes=\"0\"", "retCd=\"0\"")
                .doesNotContain("mjstat:sum");
    }

    @ParameterizedTest
    @CsvSource({
        "'', XX00000012",
        "theme=all, XX00000008",
        "theme=sumCwe, XX00000012",
        "theme=sumCwe&cweId=79, XX00000008",
        "theme=sumAll&type=d, XX00000008",
        "theme=sumAll&pid=-1, XX00000005",
        "theme=sumAll&type=m&datePublicStartY=1000, XX00000006",
        "theme=sumAll&datePublicStartM=13, XX00000007",
        "theme=sumAll&datePublicStartY=2004&datePublicStartM=13, XX00000007",
    })
    void a_wrong_question_is_answered_with_a_code(String rest, String code) throws Exception {
        assertThat(text(STATISTICS + "&" + rest)).contains("errCd=\"" + code + "\"");
    }
}
