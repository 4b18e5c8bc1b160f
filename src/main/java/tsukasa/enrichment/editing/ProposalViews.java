package tsukasa.enrichment.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposal.Kind;
import tsukasa.enrichment.Proposal.State;
import tsukasa.enrichment.Proposals;
import tsukasa.enrichment.editing.ProposalPage.May;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;

/// Draws proposals.
@Component
@Transactional(readOnly = true)
class ProposalViews {
    private static final int SIZE = 30;
    private static final int ITEMS = 20;
    private final Proposals proposals;
    private final Entries entries;
    private final Differences differences;

    ProposalViews(Proposals proposals, Entries entries, Differences differences) {
        this.proposals = proposals;
        this.entries = entries;
        this.differences = differences;
    }

    /// @param state null for those that are not decided yet
    ProposalsPage list(Frame frame, @Nullable State state, int page) {
        Set<State> states = state == null ? EnumSet.of(State.DRAFT, State.SUBMITTED, State.RETURNED) : Set.of(state);
        Proposals.Listed first = proposals.list(states, 0, SIZE);
        Paging paging = new Paging(page, SIZE, first.total());
        Proposals.Listed listed = paging.page() == 1 ? first : proposals.list(states, paging.offset(), SIZE);
        String waiting = frame.writing().number(proposals.waiting());
        return new ProposalsPage(
                frame,
                Desk.tabs(frame, Desk.View.PROPOSALS),
                frame.say(
                        "承認を待っている提案は" + waiting + "件です。自分が書いた提案は、ほかの人が承認します。",
                        "Proposals that wait for approval: " + waiting + ". Somebody else approves what you wrote."),
                Arrays.stream(State.values())
                        .map(each -> each == state
                                ? Chip.inForce(frame.say(each.title()), frame.withoutParameter("state"))
                                : Chip.offered(frame.say(each.title()), frame.withParameter("state", each.name())))
                        .toList(),
                listed.items().stream().map(one -> line(frame, one)).toList(),
                paging);
    }

    private static ProposalsPage.Line line(Frame f, Proposal one) {
        return new ProposalsPage.Line(
                one.subject(),
                Desk.proposal(one.id()),
                f.say(one.kind().title()),
                Histories.status(one.state()),
                f.say(one.state().title()),
                one.authors(),
                f.writing().minute(one.changed()));
    }

    ProposalPage page(
            Frame frame, Visitor visitor, Proposal proposal, int page, String reason, Errors errors, int answer) {
        Paging paging = new Paging(page, ITEMS, proposals.items(proposal.id()));
        List<Proposal.Item> items = proposals.items(proposal.id(), paging.offset(), ITEMS);
        return new ProposalPage(
                frame,
                frame.say(proposal.kind().title()) + "　" + proposal.subject(),
                Desk.proposal(proposal.id()),
                Histories.status(proposal.state()),
                frame.say(proposal.state().title()),
                lead(frame, visitor, proposal),
                facts(frame, proposal, paging.total()),
                items(frame, proposal, items),
                paging,
                may(visitor, proposal),
                proposal.version(),
                edits(proposal, items),
                reason,
                Histories.of(frame, List.of(proposal)),
                errors,
                answer);
    }

    private static String lead(Frame f, Visitor visitor, Proposal proposal) {
        boolean own = proposal.wroteIn(visitor.id());
        return switch (proposal.state()) {
            case DRAFT ->
                f.say(
                        "下書きです。申請すると、書いた人のほかのだれかが承認します。",
                        "A draft. Once submitted, somebody who did not write it decides.");
            case SUBMITTED ->
                own
                        ? f.say(
                                "承認を待っています。あなたが書いたので、ほかの人が判断します。",
                                "It waits for approval. You wrote it, so somebody else decides.")
                        : f.say(
                                "承認を待っています。承認すると、すぐに公開されます。",
                                "It waits for approval. Once approved, it is public at once.");
            case RETURNED ->
                f.say(
                        "差し戻されました。理由を見て直し、もう一度申請できます。",
                        "It was returned. See the reason, correct it and submit it again.");
            case APPROVED -> f.say("承認され、公開されています。", "Approved and public.");
            case DROPPED -> f.say("取りやめになりました。何も公開されていません。", "Dropped. Nothing of it is public.");
        };
    }

    private static List<Fact> facts(Frame f, Proposal proposal, long items) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("書いた人", "Written by"), proposal.authors()));
        if (proposal.entry().isEmpty()) {
            facts.add(Fact.of(f.say("件数", "Entries"), f.writing().number(items)));
        }
        proposal.undoes()
                .ifPresent(id -> facts.add(Fact.of(
                        f.say("取り消すもの", "Takes back"), f.say("提案 " + id, "Proposal " + id), Desk.proposal(id))));
        return facts;
    }

    private static @Nullable String edits(Proposal proposal, List<Proposal.Item> items) {
        return proposal.kind() == Kind.EDIT && proposal.state().writable() && !items.isEmpty()
                ? Desk.HOME + "/entries/" + items.getFirst().number()
                : null;
    }

    private static May may(Visitor visitor, Proposal proposal) {
        boolean own = proposal.wroteIn(visitor.id());
        boolean submitted = proposal.state() == State.SUBMITTED;
        return new May(
                proposal.kind() == Kind.EDIT && proposal.state().writable(),
                own && submitted && proposal.kind() == Kind.EDIT,
                own && proposal.state().open(),
                !own && submitted && visitor.may(Permission.APPROVE_ENRICHMENT),
                proposal.kind() == Kind.BULK && proposal.state() == State.APPROVED);
    }

    /// While it is open, against what is said now; once decided, against what was said then.
    private List<ProposalPage.Item> items(Frame f, Proposal proposal, List<Proposal.Item> items) {
        List<Long> ids = items.stream().map(Proposal.Item::entry).toList();
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(ids).forEach(head -> heads.put(head.id(), head));
        Map<EntryId, Entry> told = new HashMap<>();
        entries.read(ids).forEach(entry -> told.put(entry.id(), entry));
        List<ProposalPage.Item> shown = new ArrayList<>();
        for (Proposal.Item item : items) {
            EntryHead head = heads.get(item.entry());
            Optional<Entry> entry = Optional.ofNullable(head).map(h -> told.get(h.number()));
            Enrichment before = proposal.state().open() ? proposals.now(item.entry()) : item.before();
            shown.add(new ProposalPage.Item(
                    item.place(),
                    head == null ? item.number() : head.number().toString(),
                    head == null ? "" : f.say(head.title()),
                    head == null ? Desk.HOME : Desk.entry(head.number()),
                    item.refused().map(f::say).orElse(null),
                    entry.map(one -> differences.of(f, one, before, item.after()))
                            .orElse(List.of())));
        }
        return shown;
    }
}
