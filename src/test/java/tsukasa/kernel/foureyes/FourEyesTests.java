package tsukasa.kernel.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.foureyes.DraftEvent.Became;
import tsukasa.kernel.foureyes.DraftOutcome.Changed;
import tsukasa.kernel.foureyes.DraftOutcome.Done;
import tsukasa.kernel.foureyes.DraftOutcome.SamePerson;
import tsukasa.kernel.foureyes.DraftOutcome.Wrong;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.page.Viewer;

class FourEyesTests {
    private static final Person WRITER = new Person(new UUID(0, 1), "書く人");
    private static final Person HELPER = new Person(new UUID(0, 2), "手伝う人");
    private static final Person APPROVER = new Person(new UUID(0, 3), "認める人");
    private final Map<Long, Paper> papers = new HashMap<>();
    private final FourEyes<Paper, Person> steps = new FourEyes<>(new Papers());

    private record Person(UUID id, String displayName) implements Viewer {
        @Override
        public String getName() {
            return displayName;
        }

        @Override
        public boolean staff() {
            return true;
        }

        @Override
        public boolean may(String permission) {
            return true;
        }
    }

    private record Paper(long id, DraftState state, int seen, List<DraftEvent> events) implements Draft {}

    private final class Papers implements FourEyes.Keeping<Paper, Person> {
        @Override
        public Optional<Paper> find(long id) {
            return Optional.ofNullable(papers.get(id));
        }

        @Override
        public boolean move(Paper draft, DraftState to) {
            Paper now = papers.get(draft.id());
            if (now == null || now.seen() != draft.seen()) {
                return false;
            }
            papers.put(draft.id(), new Paper(draft.id(), to, draft.seen() + 1, now.events()));
            return true;
        }

        @Override
        public void tell(long id, Became became, String note, Person by) {
            Paper now = Optional.ofNullable(papers.get(id)).orElseThrow();
            DraftEvent event = new DraftEvent(Instant.EPOCH, by.id(), by.displayName(), became, note);
            papers.put(
                    id,
                    new Paper(
                            id,
                            now.state(),
                            now.seen(),
                            Stream.concat(now.events().stream(), Stream.of(event))
                                    .toList()));
        }
    }

    @BeforeEach
    void written() {
        papers.put(1L, new Paper(1, DraftState.DRAFT, 1, List.of()));
        steps.told(1, Became.WRITTEN, "", WRITER);
        steps.told(1, Became.WRITTEN, "", HELPER);
    }

    private static Paper done(DraftOutcome<Paper> outcome) {
        return switch (outcome) {
            case Done<Paper>(Paper paper) -> paper;
            case DraftOutcome.Refused<Paper> refused -> throw new AssertionError(refused);
        };
    }

    private Paper submitted() {
        return done(steps.submit(1, 1, WRITER, _ -> List.of()));
    }

    private DraftOutcome<Paper> approved(Paper paper, Person by) {
        return steps.approve(paper.id(), paper.seen(), by, draft -> {
            new Papers().move(draft, DraftState.PUBLISHED);
            return steps.told(draft.id(), Became.PUBLISHED, "", by);
        });
    }

    @Test
    void what_one_wrote_another_publishes_and_the_history_tells_both() {
        Paper published = done(approved(submitted(), APPROVER));
        assertThat(published.state()).isEqualTo(DraftState.PUBLISHED);
        assertThat(published.open()).isFalse();
        assertThat(published.events())
                .extracting(DraftEvent::became)
                .containsExactly(Became.WRITTEN, Became.WRITTEN, Became.SUBMITTED, Became.PUBLISHED);
    }

    @Test
    void nobody_publishes_what_they_wrote_any_part_of_however_long_ago() {
        Paper waiting = submitted();
        assertThat(approved(waiting, WRITER)).isInstanceOf(SamePerson.class);
        assertThat(approved(waiting, HELPER)).isInstanceOf(SamePerson.class);
        assertThat(papers.get(1L)).isEqualTo(waiting);
    }

    @Test
    void who_only_gave_it_back_may_still_publish_it() {
        Paper back = done(steps.giveBack(1, submitted().seen(), " 日付が違う ", APPROVER));
        assertThat(back.state()).isEqualTo(DraftState.DRAFT);
        assertThat(back.events().getLast().note()).isEqualTo("日付が違う");
        Paper again = done(steps.submit(1, back.seen(), WRITER, _ -> List.of()));
        assertThat(approved(again, APPROVER)).isInstanceOf(Done.class);
    }

    @Test
    void a_step_is_taken_from_the_state_that_was_seen_or_not_at_all() {
        Paper waiting = submitted();
        assertThat(steps.submit(1, 1, WRITER, _ -> List.of())).isInstanceOf(Changed.class);
        assertThat(steps.giveBack(1, waiting.seen() - 1, "理由", APPROVER)).isInstanceOf(Changed.class);
        assertThat(steps.approve(1, waiting.seen() + 1, APPROVER, draft -> new Done<>(draft)))
                .isInstanceOf(Changed.class);
        List<Paper> gone = new ArrayList<>();
        assertThat(steps.discard(1, waiting.seen(), WRITER, gone::add))
                .as("what waits is given back first")
                .isInstanceOf(Changed.class);
        assertThat(steps.submit(2, 1, WRITER, _ -> List.of()))
                .as("there is no such draft")
                .isInstanceOf(Changed.class);
        assertThat(gone).isEmpty();
        assertThat(papers).containsExactly(Map.entry(1L, waiting));
    }

    @Test
    void what_lacks_something_is_not_submitted_and_says_what() {
        Fault fault = Fault.of("title", "題名を書いてください。", "Write the title.");
        assertThat(steps.submit(1, 1, WRITER, _ -> List.of(fault))).isEqualTo(new Wrong<Paper>(fault));
        assertThat(papers.get(1L)).extracting(Paper::state).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void what_waits_for_its_time_can_be_given_back_but_not_without_a_reason() {
        Paper waiting = submitted();
        Paper approved = done(steps.approve(1, waiting.seen(), APPROVER, draft -> {
            new Papers().move(draft, DraftState.APPROVED);
            return steps.told(1, Became.APPROVED, "", APPROVER);
        }));
        assertThat(approved.open()).isTrue();
        for (String reason : List.of("", " \n", "長".repeat(2_001))) {
            assertThat(steps.giveBack(1, approved.seen(), reason, APPROVER)).isInstanceOf(Wrong.class);
        }
        assertThat(done(steps.giveBack(1, approved.seen(), "取り違え", APPROVER)).state())
                .isEqualTo(DraftState.DRAFT);
    }

    @Test
    void what_belongs_to_a_draft_goes_with_it() {
        List<Paper> gone = new ArrayList<>();
        Paper discarded = done(steps.discard(1, 1, WRITER, gone::add));
        assertThat(discarded.state()).isEqualTo(DraftState.DISCARDED);
        assertThat(gone).extracting(Paper::id).containsExactly(1L);
    }

    @Test
    void somebody_is_named_once_however_often_they_wrote() {
        steps.told(1, Became.WRITTEN, "", WRITER);
        Hands hands = Optional.ofNullable(papers.get(1L)).orElseThrow().hands();
        assertThat(hands.names("・")).isEqualTo("書く人・手伝う人");
        assertThat(hands.include(WRITER.id())).isTrue();
        assertThat(hands.include(APPROVER.id())).isFalse();
        assertThat(Hands.NONE.include(WRITER.id())).isFalse();
    }
}
