package tsukasa.cycle.meeting;

import static tsukasa.kernel.page.FormFields.count;
import static tsukasa.kernel.page.FormFields.day;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.cycle.ActionLine;
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction.Origin;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Meeting.Body;
import tsukasa.cycle.Meeting.State;
import tsukasa.cycle.Papers;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class MeetingController {
    static final String BASE = "/staff/meetings";
    private static final String ONE = BASE + "/{id}";
    private final MeetingDesk desk;
    private final Actions actions;
    private final People people;
    private final PlanShelf shelf;
    private final Notices notices;
    private final Papers papers;

    MeetingController(
            MeetingDesk desk, Actions actions, People people, PlanShelf shelf, Notices notices, Papers papers) {
        this.papers = papers;
        this.desk = desk;
        this.actions = actions;
        this.people = people;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry meetingsEntry() {
        return StaffMenuEntry.of(
                Text.of("会議", "Meetings"),
                Text.of("議題、資料、議事、決定と、そこから生まれた取組", "Agenda, papers, decisions, and what came of them"),
                BASE,
                Permission.USE_STAFF_PAGES.name(),
                37);
    }

    @GetMapping(BASE)
    @Permit(Permission.USE_STAFF_PAGES)
    MeetingsPage list(Frame frame, Visitor visitor, @RequestParam(defaultValue = "") String body) {
        Plan plan = shelf.current(frame.today());
        List<Meeting> all = desk.of(plan.id());
        Optional<Body> wanted = body(body);
        return new MeetingsPage(
                frame,
                frame.say(plan.title()),
                all.isEmpty()
                        ? ""
                        : frame.say(
                                all.size() + "件の会議があります。",
                                all.size() == 1 ? "One meeting." : all.size() + " meetings."),
                chips(frame, all, wanted),
                visitor.may(Permission.COORDINATE_CYCLE),
                all.stream()
                        .filter(meeting -> wanted.map(meeting.body()::equals).orElse(true))
                        .map(meeting -> line(frame, meeting))
                        .toList());
    }

    private static Optional<Body> body(String name) {
        return Arrays.stream(Body.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static List<Chip> chips(Frame frame, List<Meeting> all, Optional<Body> wanted) {
        List<Chip> chips = new ArrayList<>();
        for (Body body : Body.values()) {
            long count = all.stream().filter(meeting -> meeting.body() == body).count();
            if (wanted.filter(body::equals).isPresent()) {
                chips.add(Chip.inForce(frame.say(body.title()), frame.withoutParameter("body")));
            } else if (count > 0) {
                chips.add(new Chip(frame.say(body.title()), frame.withParameter("body", body.name()), false, count));
            }
        }
        return chips;
    }

    private static MeetingsPage.Line line(Frame frame, Meeting meeting) {
        return new MeetingsPage.Line(
                meeting.title(),
                BASE + "/" + meeting.id(),
                frame.say(meeting.body().title()),
                meeting.heldOn().toString(),
                meeting.place(),
                status(meeting.state()),
                frame.say(meeting.state().title()));
    }

    private static Status status(State state) {
        return switch (state) {
            case PLANNED -> Status.RECEIVED;
            case HELD -> Status.ACCEPTED;
            case CANCELLED -> Status.WITHDRAWN;
        };
    }

    @GetMapping(BASE + "/new")
    @Permit(Permission.COORDINATE_CYCLE)
    MeetingFormPage call(Frame frame) {
        return form(frame, BASE + "/new", false, MeetingInput.empty(frame.today()), Errors.none(), 200);
    }

    @PostMapping(BASE + "/new")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer call(Frame frame, Visitor visitor, HttpServletRequest request) {
        MeetingFormPage.Typed typed = MeetingInput.typed(request);
        CycleOutcome outcome = switch (MeetingInput.read(typed)) {
            case MeetingInput.Read.Good(var called) ->
                desk.call(shelf.current(frame.today()).id(), called, visitor);
            case MeetingInput.Read.Bad(var why) -> why;
        };
        return kept(frame, request, BASE + "/new", false, typed, outcome);
    }

    @GetMapping(ONE + "/edit")
    @Permit(Permission.COORDINATE_CYCLE)
    MeetingFormPage change(Frame frame, @PathVariable long id) {
        return form(frame, BASE + "/" + id + "/edit", true, MeetingInput.typed(found(id)), Errors.none(), 200);
    }

    @PostMapping(ONE + "/edit")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer change(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable long id) {
        found(id);
        MeetingFormPage.Typed typed = MeetingInput.typed(request);
        CycleOutcome outcome = switch (MeetingInput.read(typed)) {
            case MeetingInput.Read.Good(var called) -> desk.change(id, called, count(typed.read()), visitor);
            case MeetingInput.Read.Bad(var why) -> why;
        };
        return kept(frame, request, BASE + "/" + id + "/edit", true, typed, outcome);
    }

    private Answer kept(
            Frame frame,
            HttpServletRequest request,
            String address,
            boolean known,
            MeetingFormPage.Typed typed,
            CycleOutcome outcome) {
        return switch (outcome) {
            case CycleOutcome.Done(long id) -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("保存しました。", "Saved."), null));
                yield new Redirect(BASE + "/" + id);
            }
            case CycleOutcome.Refused refused ->
                form(frame, address, known, typed, refused.errors(frame), refused.status());
        };
    }

    private static MeetingFormPage form(
            Frame frame, String address, boolean known, MeetingFormPage.Typed typed, Errors errors, int answer) {
        return new MeetingFormPage(
                frame,
                address,
                known,
                Arrays.stream(Body.values())
                        .map(body -> Option.of(body.name(), frame.say(body.title())))
                        .toList(),
                typed,
                errors,
                answer);
    }

    @GetMapping(ONE)
    @Permit(Permission.USE_STAFF_PAGES)
    MeetingPage one(Frame frame, Visitor visitor, @PathVariable long id) {
        return page(frame, visitor, found(id), none(), Errors.none(), 200);
    }

    private static MeetingPage.NewAction none() {
        return new MeetingPage.NewAction("", "", "", "");
    }

    @PostMapping(ONE + "/cancellation")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer cancel(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int read) {
        Meeting meeting = found(id);
        return done(frame, visitor, request, meeting, none(), desk.cancel(id, read, visitor));
    }

    @PostMapping(ONE + "/actions")
    @Permit(Permission.COORDINATE_CYCLE)
    Answer agree(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable long id) {
        Meeting meeting = found(id);
        var typed = new MeetingPage.NewAction(
                text(request, "action"), text(request, "department"), text(request, "owner"), text(request, "due"));
        Optional<LocalDate> due = day(typed.due());
        CycleOutcome outcome = due.isEmpty() || due.get().isBefore(meeting.heldOn())
                ? CycleOutcome.wrong("due", "期限を、会議の日より後の日付で書いてください。", "Write a day after the meeting.")
                : actions.agree(
                        new Actions.Agreed(
                                meeting.plan(),
                                Origin.MEETING,
                                String.valueOf(id),
                                typed.title(),
                                typed.department(),
                                Actions.Agreed.owner(typed.owner()),
                                due.get()),
                        visitor);
        return done(frame, visitor, request, meeting, typed, outcome);
    }

    private Answer done(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            Meeting meeting,
            MeetingPage.NewAction typed,
            CycleOutcome outcome) {
        return switch (outcome) {
            case CycleOutcome.Done ok -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("保存しました。", "Saved."), null));
                yield new Redirect(BASE + "/" + meeting.id());
            }
            case CycleOutcome.Refused refused ->
                page(frame, visitor, found(meeting.id()), typed, refused.errors(frame), refused.status());
        };
    }

    private MeetingPage page(
            Frame frame, Visitor visitor, Meeting meeting, MeetingPage.NewAction typed, Errors errors, int answer) {
        boolean may = visitor.may(Permission.COORDINATE_CYCLE) && meeting.state() != State.CANCELLED;
        return new MeetingPage(
                frame,
                BASE + "/" + meeting.id(),
                meeting.title(),
                status(meeting.state()),
                frame.say(meeting.state().title()),
                facts(frame, meeting),
                agenda(meeting),
                actions.from(Origin.MEETING, String.valueOf(meeting.id())).stream()
                        .map(action -> ActionLine.of(frame, action))
                        .toList(),
                may,
                may && meeting.state() == State.PLANNED,
                meeting.revision(),
                Papers.meeting(meeting.id()).id(),
                papers.of(frame, Papers.meeting(meeting.id()), may),
                departments(frame),
                owners(frame),
                typed,
                moments(frame, meeting),
                errors,
                answer);
    }

    private static List<Fact> facts(Frame frame, Meeting meeting) {
        return List.of(
                Fact.of(frame.say("種類", "Kind"), frame.say(meeting.body().title())),
                Fact.of(frame.say("開催日", "Day"), frame.writing().date(meeting.heldOn())),
                Fact.of(frame.say("場所", "Place"), meeting.place().isEmpty() ? "－" : meeting.place()),
                Fact.of(
                        frame.say("出席者", "Attendees"),
                        meeting.attendees().isEmpty()
                                ? "－"
                                : meeting.attendees().replace("\n", frame.say("、", ", "))));
    }

    private static List<MeetingPage.Item> agenda(Meeting meeting) {
        List<MeetingPage.Item> agenda = new ArrayList<>();
        for (Meeting.Item item : meeting.agenda()) {
            boolean ours = item.paper().startsWith("/") && !item.paper().startsWith("//");
            agenda.add(new MeetingPage.Item(
                    agenda.size() + 1,
                    item.title(),
                    item.paper(),
                    ours ? item.paper() : "",
                    item.said(),
                    item.decision()));
        }
        return agenda;
    }

    private List<Option> departments(Frame frame) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", frame.say("選んでください", "Choose")));
        shelf.current(frame.today())
                .departments()
                .forEach(one -> options.add(Option.of(one.id(), frame.say(one.title()))));
        return options;
    }

    private List<Option> owners(Frame frame) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", frame.say("部署で決める", "The department decides")));
        people.entrusted().forEach(one -> options.add(Option.of(one.id().toString(), one.displayName())));
        return options;
    }

    private static List<Moment> moments(Frame frame, Meeting meeting) {
        List<Moment> moments = new ArrayList<>();
        for (Meeting.Event event : meeting.events().reversed()) {
            String when = frame.writing().minute(event.at());
            String what = frame.say(event.what().title()) + "　" + event.byName();
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }

    private Meeting found(long id) {
        return desk.find(id).orElseThrow(() -> Problem.notFound(Text.of("その会議はありません。", "There is no such meeting.")));
    }
}
