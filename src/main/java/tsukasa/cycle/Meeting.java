package tsukasa.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tsukasa.kernel.Text;

/// 会議: what was on the table, what was said and decided. Actions that came of it are [AgreedAction]s.
///
/// @param attendees one to a line: people, or for industry bodies the bodies
/// @param revision  grows with every change; whoever changes it says which one they read
public record Meeting(
        long id,
        String plan,
        Body body,
        String title,
        LocalDate heldOn,
        String place,
        String attendees,
        State state,
        int revision,
        List<Item> agenda,
        List<Event> events) {
    public Meeting {
        agenda = List.copyOf(agenda);
        events = List.copyOf(events);
    }

    public enum Body {
        STRATEGY("戦略企画委員会", "Strategy committee"),
        CENTRES("センター間調整会議", "Centre coordination"),
        INDUSTRY("業界団体との意見交換会", "Exchange with industry bodies"),
        EXPERTS("外部有識者", "External experts"),
        BOARD("役員会", "Board");

        private final Text title;

        Body(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public enum State {
        PLANNED("予定", "Planned"),
        HELD("開催済", "Held"),
        CANCELLED("中止", "Cancelled");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    /// 議題
    ///
    /// @param paper    where its paper lies: an address of this platform, or its name
    /// @param said     議事
    /// @param decision 決定事項; empty where nothing was decided
    public record Item(String title, String paper, String said, String decision) {}

    public record Event(What what, String byName, Instant at) {
        public enum What {
            CALLED("招集", "Called"),
            CHANGED("変更", "Changed"),
            AGENDA("議題", "Agenda"),
            MINUTES("議事録", "Minutes"),
            CANCELLED("中止", "Cancelled");

            private final Text title;

            What(String ja, String en) {
                this.title = Text.of(ja, en);
            }

            public Text title() {
                return title;
            }
        }
    }
}
