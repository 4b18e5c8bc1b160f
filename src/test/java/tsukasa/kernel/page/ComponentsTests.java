package tsukasa.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.Language;

class ComponentsTests {
    @Test
    void a_wrong_field_points_to_its_hint_and_to_its_error() {
        Errors errors = Errors.none().with("mail", "メールアドレスに「@」がありません。");
        Field field = Field.email("mail", "メール").required().hint("公表しません。").errors(errors);
        assertThat(field.wrong()).isTrue();
        assertThat(field.describedBy()).isEqualTo("mail-hint mail-error");
        assertThat(Field.email("other", "メール").errors(errors).wrong()).isFalse();
    }

    @Test
    void a_field_without_hint_and_error_is_described_by_nothing() {
        assertThat(Field.text("name", "名前").describedBy()).isNull();
    }

    @Test
    void a_second_click_on_a_column_turns_the_order_round() {
        SortedBy sorted = SortedBy.read("-date");
        assertThat(sorted.next("date")).isEqualTo("date");
        assertThat(sorted.next("name")).isEqualTo("name");
        assertThat(SortedBy.read("date").next("date")).isEqualTo("-date");
        assertThat(sorted.aria("date")).isEqualTo("descending");
        assertThat(sorted.aria("name")).isNull();
    }

    @Test
    void every_status_has_a_word_in_both_languages_and_no_word_stands_for_two() {
        for (Language language : Language.values()) {
            List<String> words = java.util.Arrays.stream(Status.values())
                    .map(status -> status.word().in(language))
                    .toList();
            assertThat(words).doesNotHaveDuplicates();
        }
    }
}
